import { email, newPassword, personName } from "#lib/auth/schema.ts";
import { z } from "#lib/validation.ts";

/** What the command line and later URLs call a tenant: lower case, unique in the deployment. */
export const tenantName = z
  .string()
  .max(1_000)
  .transform((name) => name.trim())
  .pipe(
    z
      .string()
      .min(1)
      .regex(/^[a-z](?:-?[a-z0-9]){1,62}$/, "tenants.errors.name")
      .max(63),
  );

/** The secret of a one-time link, as it stands in its URL. */
export const linkToken = z.string().min(1).max(200);

export const setup = z.object({
  token: linkToken,
  tenantName,
  name: personName,
  email,
  password: newPassword,
});

export const setupDone = z.object({ tenantId: z.string(), name: z.string(), email: z.string() });
