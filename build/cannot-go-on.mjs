/** Something is missing that only the person can supply. The message is a whole sentence for them. */
export class CannotGoOn extends Error {
  /**
   * @param {string} message
   * @param {number} exitCode
   */
  constructor(message, exitCode = 1) {
    super(message);
    this.exitCode = exitCode;
  }
}
