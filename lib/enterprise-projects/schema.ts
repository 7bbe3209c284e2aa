import { text, z } from "#lib/validation.ts";

export const enterpriseProjectId = z
  .string()
  .max(64)
  .regex(/^ep-[0-9a-f]{16}$/);

/** 1 to 64 visible characters of any script; runs of blanks count as one. */
export const enterpriseProjectName = text(1_000)
  .transform((name) =>
    name
      .normalize("NFC")
      .replace(/\p{Z}+/gu, " ")
      .trim(),
  )
  .pipe(text(64, 1).regex(/^[^\p{C}]*$/u, "fields.control_characters"));

export const newEnterpriseProject = z.object({ name: enterpriseProjectName });

export const enterpriseProjectVersion = z.object({ id: enterpriseProjectId, version: z.number().int().positive() });
export const renaming = enterpriseProjectVersion.extend({ name: enterpriseProjectName });

export const enterpriseProjectChoice = z.object({ id: z.string(), name: z.string(), isDefault: z.boolean() });
export type EnterpriseProjectChoice = z.output<typeof enterpriseProjectChoice>;

export const enterpriseProjectView = enterpriseProjectChoice.extend({
  status: z.enum(["ENABLED", "DISABLED"]),
  /** Workspaces bound to it that the reader may see. */
  workspaces: z.number(),
  version: z.number(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type EnterpriseProjectView = z.output<typeof enterpriseProjectView>;
