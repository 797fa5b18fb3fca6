/** Lets the work of one customer end in the order in which it began, whatever takes how long. */
export class InOrder {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Rejects at once where the work does. */
  run<T>(customer: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(customer);
    const answer = work().then(async (result) => {
      await before;
      return result;
    });
    // Who gave up lets the next one through only after all that came before.
    const turn = answer.catch(() => before).then(() => {});
    this.#last.set(customer, turn);
    void turn.then(() => {
      if (this.#last.get(customer) === turn) this.#last.delete(customer);
    });
    return answer;
  }
}
