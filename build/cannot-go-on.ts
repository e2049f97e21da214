/** Something is missing that only the person can supply. The message is a whole sentence for them. */
export class CannotGoOn extends Error {
  readonly exitCode: number;

  constructor(message: string, exitCode: number = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
