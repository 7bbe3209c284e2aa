-- As in 0009, and quicker among many:
--   - Of what a search finds seldom, up to 3,000 are fetched at once, and sorted if that is all. 2 of 100 rows used to be
--     fetched twice, with a walk in vain between. How seldom it is, is seen in the hundred texts that the statistics of
--     the column keep (who may not read those takes no search for rare): a wrong guess costs milliseconds and changes
--     nothing of what is found. Of rare matches it is also asked row by row whether the reader is a member, rather than
--     joining them with all memberships of one who has thousands.
--   - Where one value of a column is wanted, the walk goes along the index of that column, which is in the order of names
--     within a value, and meets no other rows.
CREATE OR REPLACE FUNCTION atrium_page_of_workspaces(wanted jsonb) RETURNS TABLE (id text, value text, total int)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp SET jit = off
SET max_parallel_workers_per_gather = 0 AS $$ -- compiling and starting workers takes longer than the page
DECLARE
  countable CONSTANT int := 1000;
  counted int := least(countable, coalesce((wanted->>'counted')::int, countable));
  hidden CONSTANT text := $h$w.status IN ('DELETING', 'DELETE_FAILED', 'CREATE_FAILED')$h$;
  tenant text := current_setting('atrium.tenant', true);
  reader text := wanted->>'reader';
  most int := (wanted->>'most')::int;
  fetched int := counted + 1;
  pattern text := atrium_pattern(wanted->>'search');
  rare boolean := FALSE; -- as far as a hundred rows tell that the statistics keep
  sole text := 'TRUE'; -- the condition that the index of the walk begins with
  after jsonb := nullif(wanted->'after', 'null');
  direction text := CASE WHEN (wanted->>'descending')::boolean THEN 'DESC' ELSE 'ASC' END;
  beyond text := CASE WHEN (wanted->>'descending')::boolean THEN '<' ELSE '>' END;
  selves text[];
  joined text[];
  member text;
  asked text; -- conditions on a row: what is asked,
  inside text; -- and what of it the reader sees
  arms text[]; -- the same as parts that have no row in common, each easy to find
  columns text;
  ordered text;
  start text := 'TRUE';
  query text;
  many int;
  given text[];
BEGIN
  IF tenant IS NULL OR wanted->>'sees' = 'none' THEN
    RETURN QUERY SELECT NULL::text, NULL::text, 0;
    RETURN;
  END IF;

  asked := concat_ws(' AND ', format('w."tenantId" = %L', tenant),
    CASE WHEN wanted->>'search' <> '' THEN format('w."searchAscii" LIKE %L', pattern) END,
    atrium_one_of('w.status', '"WorkspaceStatus"', wanted->'status'),
    atrium_one_of('w."authorizationType"', '"AuthorizationType"', wanted->'authorizationType'),
    atrium_one_of('w."enterpriseProjectId"', 'text', wanted->'enterpriseProject'),
    atrium_one_of('w."ownerId"', 'text', wanted->'owner'));

  IF wanted->>'search' <> '' THEN
    rare := (SELECT count(*) > 0 AND count(*) FILTER (WHERE known LIKE pattern) < 4
      FROM pg_stats s, unnest(s.histogram_bounds::text::text[]) AS known
      WHERE s.schemaname = 'public' AND s.tablename = 'Workspace' AND s.attname = 'searchAscii');
    IF rare AND counted = countable THEN
      fetched := 3 * countable + 1;
    END IF;
  END IF;
  IF wanted->>'sort' IN ('name', 'status') THEN
    sole := coalesce(
      (SELECT atrium_one_of(format('w.%I', x.operand), x.type, wanted->x.asked)
       FROM (VALUES (1, 'ownerId', 'text', 'owner'), (2, 'enterpriseProjectId', 'text', 'enterpriseProject'),
         (3, 'authorizationType', '"AuthorizationType"', 'authorizationType'), (4, 'status', '"WorkspaceStatus"', 'status'))
         AS x (n, operand, type, asked)
       WHERE jsonb_array_length(wanted->x.asked) = 1 AND (wanted->>'sort' = 'name' OR x.asked = 'status')
       ORDER BY n LIMIT 1), 'TRUE');
  END IF;

  IF wanted->>'sees' = 'entered' THEN
    selves := ARRAY(SELECT p.id FROM "Principal" p WHERE p.status <> 'DISABLED' AND p.id = ANY(ARRAY(
      SELECT reader UNION ALL
      SELECT g."groupId" FROM "GroupMember" g WHERE g."tenantId" = tenant AND g."principalId" = reader)));
    member := format(
      $m$m."principalId" = ANY(%L::text[]) AND m.roles && %L::text[] AND (m."expiresAt" IS NULL OR m."expiresAt" > now())$m$,
      selves, ARRAY(SELECT jsonb_array_elements_text(wanted->'roles')));
    EXECUTE format('SELECT ARRAY(SELECT m."workspaceId" FROM "Membership" m WHERE m."tenantId" = %L AND %s LIMIT %s)',
      tenant, member, countable + 1) INTO joined;
    -- Those of few memberships are found by their ids; of many it is asked, row by row, whether there is one. The tenant
    -- is not named then: it would offer an index that finds all of a person's memberships each time.
    IF cardinality(joined) <= countable THEN
      inside := format('w.id = ANY(%L::text[])', joined);
      member := format('FROM "Workspace" w WHERE %s', inside);
    ELSE
      inside := format(
        'coalesce((SELECT TRUE FROM "Membership" m WHERE m."workspaceId" = w.id AND %s LIMIT 1), FALSE)', member);
      member := CASE WHEN rare THEN format('FROM "Workspace" w WHERE %s', inside) ELSE format(
        'FROM (SELECT %s m."workspaceId" FROM "Membership" m WHERE m."tenantId" = %L AND %s) m
           JOIN "Workspace" w ON w.id = m."workspaceId" WHERE TRUE',
        CASE WHEN cardinality(selves) > 1 THEN 'DISTINCT' END, tenant, member) END;
    END IF;
    inside := format(
      $i$(w."ownerId" = %L OR NOT %s AND (w."authorizationType" = 'PUBLIC' OR w."authorizationType" = 'INTERNAL' AND %s))$i$,
      reader, hidden, inside);
    arms := ARRAY[
      format('FROM "Workspace" w WHERE w."ownerId" = %L', reader),
      format('FROM "Workspace" w WHERE w."ownerId" <> %L AND w."authorizationType" = ''PUBLIC'' AND NOT %s', reader, hidden),
      format('%s AND w."ownerId" <> %L AND w."authorizationType" = ''INTERNAL'' AND NOT %s', member, reader, hidden)];
  ELSIF wanted->>'sees' = 'shown' THEN
    inside := format('(NOT %s OR w."ownerId" = %L)', hidden, reader);
    arms := ARRAY[
      format('FROM "Workspace" w WHERE NOT %s', hidden),
      format('FROM "Workspace" w WHERE %s AND w."ownerId" = %L', hidden, reader)];
  ELSE
    inside := 'TRUE';
    arms := ARRAY['FROM "Workspace" w WHERE TRUE'];
  END IF;

  CASE wanted->>'sort'
    WHEN 'name' THEN
      columns := 'w.id, w."nameKey" AS value, w."nameKey" AS o';
      ordered := format('o %1$s, id %1$s', direction);
      IF after IS NOT NULL THEN
        start := format('(w."nameKey", w.id) %s (%L, %L)', beyond, after->>'name', after->>'id');
      END IF;
    WHEN 'status' THEN
      columns := 'w.id, w.status::text || '' '' || w."nameKey" AS value, w.status AS o, w."nameKey" AS n';
      ordered := format('o %1$s, n %1$s, id %1$s', direction);
      IF after IS NOT NULL THEN
        start := format('(w.status, w."nameKey", w.id) %s (%L::"WorkspaceStatus", %L, %L)', beyond, after->>'status',
          after->>'name', after->>'id');
      END IF;
    ELSE
      columns := format('w.id, w.%1$I::text AS value, w.%1$I AS o',
        CASE wanted->>'sort' WHEN 'createdAt' THEN 'createdAt' ELSE 'updatedAt' END);
      ordered := format('o %1$s, id %1$s', direction);
      IF after IS NOT NULL THEN
        start := format('(w.%I, w.id) %s (%L::timestamptz, %L)',
          CASE wanted->>'sort' WHEN 'createdAt' THEN 'createdAt' ELSE 'updatedAt' END, beyond, after->>'time', after->>'id');
      END IF;
  END CASE;

  -- 1. The count, and the page of few. A part is not looked at when those before it are many already.
  SELECT
    'WITH ' || string_agg(format('few%s AS MATERIALIZED (SELECT %s, %s AS follows %s AND %s%s LIMIT %s)',
      n, columns, start, arm, asked,
      ' AND ' || (SELECT string_agg(format('(SELECT count(*) FROM few%s)', b), ' + ') || ' < ' || fetched FROM generate_series(1, n - 1) b),
      fetched), ', ' ORDER BY n)
    || format(', few AS MATERIALIZED (%s), many AS MATERIALIZED (SELECT count(*) AS n FROM few)',
      string_agg(format('SELECT * FROM few%s', n), ' UNION ALL ' ORDER BY n))
    || format(' SELECT (SELECT n FROM many), ARRAY(SELECT id || '' '' || value FROM few
        WHERE follows AND (SELECT n FROM many) < %s ORDER BY %s LIMIT %s)', fetched, ordered, most)
  INTO query FROM unnest(arms) WITH ORDINALITY AS x (arm, n);
  EXECUTE query INTO many, given;

  IF many >= fetched THEN
    -- 2. The walk.
    EXECUTE format(
      'SELECT ARRAY(SELECT id || '' '' || value FROM (
         SELECT %s, (%s AND %s) AS fits FROM "Workspace" w WHERE w."tenantId" = %L AND %s AND %s ORDER BY %s LIMIT %s
       ) walked WHERE fits LIMIT %s)',
      columns, asked, inside, tenant, sole, start, ordered, greatest(3000, 3 * most), most)
    INTO given;
    IF cardinality(given) < most THEN
      -- 3. All of them.
      SELECT format('SELECT ARRAY(SELECT id || '' '' || value FROM (%s) found ORDER BY %s LIMIT %s)',
        string_agg(format('(SELECT %s %s AND %s AND %s OFFSET 0)', columns, arm, asked, start), ' UNION ALL '), ordered, most)
      INTO query FROM unnest(arms) AS arm;
      EXECUTE query INTO given;
    END IF;
  END IF;
  RETURN QUERY SELECT split_part(g, ' ', 1), substr(g, strpos(g, ' ') + 1), NULL::int
    FROM unnest(given) WITH ORDINALITY AS x (g, n) ORDER BY n;
  RETURN QUERY SELECT NULL::text, NULL::text, CASE WHEN many <= counted THEN many END;
END $$;

-- Planned for the very text that is searched: in a plan for any text the pattern is made anew for each row, which made a
-- search of two letters, with no trigram to find it by, ten times as long.
ALTER FUNCTION atrium_search_workspaces(text, text) SET plan_cache_mode = force_custom_plan;
ALTER FUNCTION atrium_search_principals(text, text) SET plan_cache_mode = force_custom_plan;
