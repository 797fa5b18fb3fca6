/**
 * What reading one file may cost, so that a small hostile file cannot become hours of work. Shared by everything that reads
 * the file; once it is used up, readers stop where they are.
 */
export class Budget {
  #left: number;
  /** Whether something was left unread. */
  exhausted = false;

  /** @param units about one for each byte that is unpacked, and for each object or drawing step. */
  constructor(units: number) {
    this.#left = units;
  }

  get left(): number {
    return this.#left;
  }

  /** Takes units; false where there are not enough left. */
  take(units: number): boolean {
    if (this.exhausted || units > this.#left) {
      this.exhausted = true;
      return false;
    }
    this.#left -= units;
    return true;
  }
}
