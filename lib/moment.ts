// Times as they stand in addresses and cursors, where anybody may edit them. JavaScript knows years of which PostgreSQL
// makes an error, so those outside of 1 to 9999 are no times here.

const FIRST = Date.parse("0001-01-01T00:00:00Z");
const LAST = Date.parse("9999-12-31T23:59:59.999Z");

/** What JavaScript or PostgreSQL writes for a time; null for what is none. */
export function readMoment(text: string): Date | null {
  const time = new Date(text.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"));
  return time.getTime() >= FIRST && time.getTime() <= LAST ? time : null;
}

const MICROSECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;

/** Whether it is a time of UTC to the microsecond that is on the calendar (not the 30th of February): PostgreSQL takes it as it is. */
export function isExactMoment(text: string): boolean {
  return MICROSECONDS.test(text) && readMoment(text)?.toISOString().slice(0, 19) === text.slice(0, 19);
}
