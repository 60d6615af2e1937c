/** Why a page or an act is not given, for the person at the browser. Nothing happened. */
export class Refusal extends Error {
  readonly status: number;
  constructor(status: 400 | 403 | 404 | 405 | 409 | 413 | 415 | 421 | 429, message: string) {
    super(message);
    this.status = status;
  }
}
