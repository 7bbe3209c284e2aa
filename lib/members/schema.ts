import { text, z } from "#lib/validation.ts";

export const principalId = z.string().regex(/^(usr|fed|agc|grp)-[0-9a-f]{16}$/);

/** A federated user as the organisation's identity provider names them; may be named before the first sign-in. */
export const federatedName = text(128)
  .transform((name) => name.normalize("NFC").trim())
  .pipe(
    z
      .string()
      .min(1)
      .regex(/^[^\p{C},]*$/u, "fields.control_characters"),
  );

/** Who is given access: a principal that exists, or a federated user by name or id. */
export const principalRef = z.union([z.strictObject({ principalId }), z.strictObject({ federated: federatedName })]);
export type PrincipalRef = z.output<typeof principalRef>;

export const memberView = z.object({
  id: z.string(),
  kind: z.enum(["USER", "FEDERATED_USER", "AGENCY", "GROUP", "SERVICE"]),
  name: z.string(),
  email: z.string().nullable(),
  status: z.enum(["ACTIVE", "INVITED", "UNSEEN", "DISABLED"]),
  roles: z.array(z.string()),
});
export type MemberView = z.output<typeof memberView>;
