/** Members added, changed or removed in one submission (ModelArts, Table 1). */
export const MOST_AT_ONCE = 500;
/** Roles of one membership: more say nothing that fewer do not. */
export const MOST_ROLES_OF_ONE = 20;
