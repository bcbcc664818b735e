// Preloaded into the server of a world: a message on SIGUSR2 puts its clock a quarter of an hour ahead, so that answers
// grow old without anybody waiting.
const QUARTER = 15 * 60_000
const RealDate = Date
let ahead = 0

globalThis.Date = class extends RealDate {
  // Next makes a Date of its own out of this one and copies what it has itself, not what it inherits.
  static parse = RealDate.parse
  static UTC = RealDate.UTC

  constructor(...parts) {
    if (parts.length === 0) super(RealDate.now() + ahead)
    else super(...parts)
  }

  static now() {
    return RealDate.now() + ahead
  }
}

process.on('SIGUSR2', () => {
  ahead += QUARTER
  process.stdout.write(`clock: ${ahead / QUARTER} quarters ahead\n`)
})
