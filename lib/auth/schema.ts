import { text, z } from "#lib/validation.ts";
import { isTimeZone, LANGUAGES, THEMES } from "#lib/i18n/languages.ts";

/** An address as it is stored and compared: trimmed, lower case. One local part, one domain; the mail server knows the rest. */
export const email = z
  .string()
  .trim()
  .min(1)
  .max(254)
  .normalize("NFC")
  .toLowerCase()
  .regex(/^[^\s@\p{C}]+@[^\s@.\p{C}]+(\.[^\s@.\p{C}]+)*$/u, "fields.email");

/** OWASP and NIST SP 800-63B: length, not kinds of characters. */
export const newPassword = text(128, 10);

/** What people are called: any script, no control characters, not only spaces. */
export const personName = text(128)
  .transform((name) => name.normalize("NFC").trim())
  .pipe(
    z
      .string()
      .min(1)
      .regex(/^([^\p{C}]|\u200c|\u200d)*$/u, "fields.control_characters"),
  );

export const signInInput = z.object({ email, password: z.string().min(1).max(1_000) });

export const language = z.enum(LANGUAGES);
export const theme = z.enum(THEMES);
export const timeZone = z.string().max(64).refine(isTimeZone, "fields.time_zone");
