import { lastChange, readLastChange } from "#lib/audit/last-change.ts";
import { findLink } from "#lib/auth/links.ts";
import { AppError } from "#lib/errors.ts";
import { fold } from "#lib/fold.ts";
import { query } from "#lib/use-case.ts";
import { z } from "#lib/validation.ts";
import { Prisma } from "#prisma/client/client.ts";
import { requireChooser } from "./choosers.ts";
import { detailsOf } from "./details.ts";
import { countUsers, pageOfUsers } from "./list.ts";
import {
  addresses,
  PICKED_KINDS,
  principalSearch,
  principalView,
  userDetails,
  userFilter,
  userId,
  userPage,
  type PrincipalView,
} from "./schema.ts";
import { userViews } from "./users.ts";

/** What gives a user another version. */
const CHANGES = [
  ...["user.created", "user.modified", "user.disabled", "user.enabled", "user.password_reset"],
  ...["profile.changed", "management.granted", "management.revoked"],
];

export const listUsers = query({
  name: "accounts.listUsers",
  summary: "List the tenant's users and federated users.",
  in: "tenant",
  needs: { management: "accounts.manage" },
  input: userFilter,
  output: userPage,
  async run({ tx, caller }, filter) {
    const { ids, ...page } = await pageOfUsers(tx, caller.subject, filter);
    const data = await userViews(tx, caller, ids);
    return { data, page: { ...page, total: await countUsers(tx, caller.subject, filter) } };
  },
});

export const showUser = query({
  name: "accounts.showUser",
  summary:
    "Show a user: groups, agencies, management permissions, and the workspaces of theirs that the reader may see.",
  in: "tenant",
  needs: { management: "accounts.manage" },
  input: z.object({ id: userId }),
  output: userDetails.extend({ last: lastChange }),
  async run({ tx, caller }, { id }) {
    const [user] = await userViews(tx, caller, [id]);
    if (!user) throw new AppError("not_found");
    const last = await readLastChange(tx, caller.tenantId, id, CHANGES);
    return { ...user, ...(await detailsOf(tx, caller, id)), last };
  },
});

export const knownAddresses = query({
  name: "accounts.knownAddresses",
  summary: "Which of some e-mail addresses are users of the tenant already.",
  in: "tenant",
  needs: { management: "accounts.manage" },
  input: addresses,
  output: z.object({ data: z.array(z.string()) }),
  async run({ tx, caller }, { emails }) {
    const where = { tenantId: caller.tenantId, email: { in: emails } };
    const known = await tx.principal.findMany({ where, select: { email: true } });
    return { data: known.flatMap(({ email }) => (email ? [email] : [])) };
  },
});

export const searchPrincipals = query({
  name: "accounts.searchPrincipals",
  summary: "Find users, federated users and agencies who can be given access, by name, e-mail or id.",
  in: "tenant",
  needs: { nothing: true },
  input: principalSearch,
  output: z.object({ data: z.array(principalView) }),
  async run({ tx, caller, now }, { search, kinds, limit }) {
    await requireChooser(tx, caller, ["accounts.manage"], now);
    const wanted = fold(search.trim());
    const found = wanted
      ? Prisma.sql`AND p.id IN (SELECT atrium_search_principals(${caller.tenantId}, ${wanted}))`
      : Prisma.empty;
    const data = await tx.$queryRaw<PrincipalView[]>`
      SELECT p.id, p.kind::text AS kind, p.name, p.email, p.status::text AS status FROM "Principal" p
      WHERE p."tenantId" = ${caller.tenantId} AND p.status <> 'DISABLED'
        AND p.kind::text IN (${Prisma.join(kinds.length > 0 ? kinds : [...PICKED_KINDS])}) ${found}
      ORDER BY p.name, p.id LIMIT ${limit}`;
    return { data };
  },
});

export const showLink = query({
  name: "accounts.showLink",
  summary: "What stands behind a one-time link that still works; null otherwise.",
  in: "anyone",
  needs: { nothing: true },
  input: z.object({ token: z.string().max(200) }),
  output: z
    .object({
      purpose: z.enum(["SETUP", "INVITATION", "PASSWORD_RESET"]),
      tenantName: z.string().nullable(),
      name: z.string().nullable(),
      email: z.string().nullable(),
    })
    .nullable(),
  run: ({ tx }, { token }) => findLink(tx, token),
});
