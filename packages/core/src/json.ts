/** A value that `JSON.stringify` and `JSON.parse` carry without loss. */
export type JsonValue = null | boolean | number | string | readonly JsonValue[] | JsonObject;

/** A JSON object. A property that is `undefined` counts as absent. */
export type JsonObject = { readonly [key: string]: JsonValue | undefined };
