/** What messages call dates and times by (`{at, date, medium}`): compiled (compile-messages.mjs), they bring no styles along. */
export const FORMATS = {
  dateTime: {
    medium: { day: "numeric", month: "short", year: "numeric" },
    short: { hour: "numeric", minute: "numeric" },
  },
} as const;
