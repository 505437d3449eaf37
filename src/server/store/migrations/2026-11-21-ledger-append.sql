-- Appends one entry to a chain. The head is locked, the place and the time are known, the text is completed and hashed, and all of it
-- is written in one call: no program waits between the lock and the COMMIT. The pieces of the text come from the one place
-- that knows its form (core/ledger/entry), around the four values that only the lock decides: at, position, previous, realAt.
CREATE FUNCTION ledger_append(chain uuid, pieces text[], genesis text) RETURNS TABLE (sealed_position bigint, sealed_hash text) LANGUAGE plpgsql AS $$
DECLARE
  head ledger_heads;
  body text;
BEGIN
  SELECT * INTO head FROM ledger_heads WHERE chain_id = chain FOR UPDATE;
  IF NOT FOUND THEN
    INSERT INTO ledger_heads (chain_id, position, hash) VALUES (chain, 0, genesis) ON CONFLICT DO NOTHING;
    SELECT * INTO head FROM ledger_heads WHERE chain_id = chain FOR UPDATE;
  END IF;
  sealed_position := head.position + 1;
  body := pieces[1] || floor(extract(epoch FROM product_time()) * 1000)::bigint
    || pieces[2] || sealed_position
    || pieces[3] || head.hash
    || pieces[4] || floor(extract(epoch FROM clock_timestamp()) * 1000)::bigint
    || pieces[5];
  sealed_hash := encode(sha256(convert_to(body, 'UTF8')), 'hex');
  INSERT INTO ledger_entries (chain_id, position, entry, hash) VALUES (chain, sealed_position, body::jsonb, sealed_hash);
  UPDATE ledger_heads SET position = sealed_position, hash = sealed_hash WHERE chain_id = chain;
  RETURN NEXT;
END
$$;
