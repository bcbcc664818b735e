// Preloaded into the server of a world: a message on SIGUSR2 puts its clock a quarter of an hour ahead, so that answers
// grow old without anybody waiting. E2E_NOW (an ISO instant) sets it at the start.
const QUARTER = 15 * 60_000
const RealDate = Date
let ahead = process.env.E2E_NOW ? RealDate.parse(process.env.E2E_NOW) - RealDate.now() : 0
let quarters = 0

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
  quarters += 1
  process.stdout.write(`clock: ${quarters} quarters ahead\n`)
})
