/** The values among these that there are. */
export function known<Value>(...values: readonly (Value | undefined)[]): Value[] {
  return values.filter((value) => value !== undefined);
}
