-- Search: narrow rows beside nominations and organisations, kept by the database, so that no way of writing can forget them.
-- A key is a tail of the name, of its pinyin by syllables, or of its initials; a search is the beginning of a key. Keys lie in the index alone.
-- Pinyin and the folded name come from the server (spelled), which the database cannot read; until then a name is found by its characters.
CREATE FUNCTION plain_name(name text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(regexp_replace(name, '[[:space:]·•]', '', 'g')) $$;
CREATE FUNCTION search_keys(plain text, spelling text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
  SELECT coalesce(array_to_tsvector(array_agg(DISTINCT x.k)), ''::tsvector) FROM (
    SELECT substr(plain, i, 24) AS k FROM generate_series(1, length(plain)) i
    UNION ALL SELECT left(array_to_string(s[i:], ''), 24) FROM string_to_array(spelling, ' ') s, generate_series(1, cardinality(s)) i
    UNION ALL SELECT left((SELECT string_agg(left(u.x, 1), '' ORDER BY u.o) FROM unnest(s[i:]) WITH ORDINALITY u(x, o)), 24) FROM string_to_array(spelling, ' ') s, generate_series(1, cardinality(s)) i
  ) x WHERE x.k <> '' $$;

CREATE TABLE nomination_search (
  nomination_id uuid PRIMARY KEY REFERENCES nominations ON DELETE CASCADE,
  campaign_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  state text NOT NULL,
  -- Submitted once: what the office and the supervisor may see.
  sent boolean NOT NULL,
  -- When it was submitted, or begun.
  order_at timestamptz NOT NULL,
  return_until timestamptz,
  returns int NOT NULL DEFAULT 0,
  warned boolean NOT NULL,
  plain text NOT NULL,
  -- Syllables with a space between; empty until spelled.
  spelling text NOT NULL DEFAULT '',
  spelled boolean NOT NULL DEFAULT false
) WITH (fillfactor = 85);
CREATE INDEX nomination_search_by_keys ON nomination_search USING gin (search_keys(plain, spelling)) WITH (fastupdate = off);
CREATE INDEX nomination_search_by_unit ON nomination_search (campaign_id, unit_id);
CREATE INDEX nomination_search_unspelled ON nomination_search (nomination_id) WHERE NOT spelled;

CREATE FUNCTION keep_nomination_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO nomination_search (nomination_id, campaign_id, unit_id, state, sent, order_at, return_until, returns, warned, plain)
    VALUES (NEW.id, NEW.campaign_id, NEW.unit_id, NEW.state, NEW.submitted_at IS NOT NULL, coalesce(NEW.submitted_at, NEW.created_at), NEW.return_until, (NEW.state = 'returned')::int, coalesce((NEW.receipt->>'warnings')::int, 0) > 0, plain_name(NEW.candidate_name));
  ELSE
    UPDATE nomination_search SET state = NEW.state, sent = NEW.submitted_at IS NOT NULL, order_at = coalesce(NEW.submitted_at, NEW.created_at), return_until = NEW.return_until,
      returns = returns + (NEW.state = 'returned' AND OLD.state <> 'returned')::int, warned = coalesce((NEW.receipt->>'warnings')::int, 0) > 0 WHERE nomination_id = NEW.id;
    IF NEW.candidate_name <> OLD.candidate_name THEN
      UPDATE nomination_search SET plain = plain_name(NEW.candidate_name), spelling = '', spelled = false WHERE nomination_id = NEW.id;
    END IF;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_search_new AFTER INSERT ON nominations FOR EACH ROW EXECUTE FUNCTION keep_nomination_search();
-- Typing into a form changes none of these: the price of a save stays what it was.
CREATE TRIGGER keep_search AFTER UPDATE ON nominations FOR EACH ROW
  WHEN (OLD.state <> NEW.state OR OLD.candidate_name <> NEW.candidate_name OR OLD.submitted_at IS DISTINCT FROM NEW.submitted_at OR OLD.return_until IS DISTINCT FROM NEW.return_until OR OLD.receipt->'warnings' IS DISTINCT FROM NEW.receipt->'warnings')
  EXECUTE FUNCTION keep_nomination_search();

CREATE TABLE organisation_search (
  organisation_id uuid PRIMARY KEY REFERENCES organisations ON DELETE CASCADE,
  plain text NOT NULL,
  -- Syllables with a space between; empty until spelled.
  spelling text NOT NULL DEFAULT '',
  spelled boolean NOT NULL DEFAULT false
);
CREATE INDEX organisation_search_by_keys ON organisation_search USING gin (search_keys(plain, spelling)) WITH (fastupdate = off);
CREATE INDEX organisation_search_unspelled ON organisation_search (organisation_id) WHERE NOT spelled;
CREATE FUNCTION keep_organisation_search() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO organisation_search (organisation_id, plain) VALUES (NEW.id, plain_name(NEW.name))
  ON CONFLICT (organisation_id) DO UPDATE SET plain = EXCLUDED.plain, spelling = '', spelled = false;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_search AFTER INSERT OR UPDATE OF name ON organisations FOR EACH ROW EXECUTE FUNCTION keep_organisation_search();

INSERT INTO nomination_search (nomination_id, campaign_id, unit_id, state, sent, order_at, return_until, returns, warned, plain)
SELECT n.id, n.campaign_id, n.unit_id, n.state, n.submitted_at IS NOT NULL, coalesce(n.submitted_at, n.created_at), n.return_until, (SELECT count(*) FROM screenings s WHERE s.nomination_id = n.id AND s.decision = 'return'), coalesce((n.receipt->>'warnings')::int, 0) > 0, plain_name(n.candidate_name) FROM nominations n;
INSERT INTO organisation_search (organisation_id, plain) SELECT id, plain_name(name) FROM organisations;
