"use client";

import NextLink from "next/link";
import { type ComponentProps, useState } from "react";

/**
 * A link within the console. What it leads to is fetched ahead when the pointer or the focus comes to it: to do so for
 * whatever is in sight, as Next.js would, costs the server a dozen pages for each one that somebody reads, again after
 * every refresh. `prefetch={false}`: never, for links that a pointer crosses by the dozen.
 */
export function Link({ prefetch = null, ...props }: ComponentProps<typeof NextLink>) {
  const [near, setNear] = useState(false);
  return (
    <NextLink
      {...props}
      prefetch={near ? prefetch : false}
      onPointerEnter={(event) => {
        setNear(true);
        props.onPointerEnter?.(event);
      }}
      onPointerLeave={(event) => {
        setNear(false);
        props.onPointerLeave?.(event);
      }}
      onFocus={(event) => {
        setNear(true);
        props.onFocus?.(event);
      }}
      onBlur={(event) => {
        setNear(false);
        props.onBlur?.(event);
      }}
    />
  );
}
