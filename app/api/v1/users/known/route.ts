import { knownAddresses } from "#lib/accounts/queries.ts";
import { route } from "#lib/entry/route.ts";

// A read: five hundred addresses are too long for an address of a page.
export const POST = route(knownAddresses);
