-- After a right password: the first key, that of the account from its address, is cleared; the others, that of the address
-- alone, get this attempt back. Else a class that signs in behind one address would use up its limit by being right.
-- Rows are locked in the order of atrium_attempt, so that both never wait for each other.
CREATE OR REPLACE FUNCTION atrium_attempt_succeeded(keys text[]) RETURNS void
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = public, pg_temp AS $$
  SELECT FROM "SignInAttempt" WHERE key = ANY(keys) ORDER BY key FOR UPDATE;
  DELETE FROM "SignInAttempt" WHERE key = keys[1];
  UPDATE "SignInAttempt" SET failures = failures - 1 WHERE key = ANY(keys[2:]) AND failures > 0
$$;
