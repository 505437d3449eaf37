-- 线下件: its dossier holds state secrets and goes by hand. Here stand a placeholder and how it is carried.
ALTER TABLE nominations ADD COLUMN track text NOT NULL DEFAULT 'online' CHECK (track IN ('online','offline'));
-- Whatever code forgets: of such a candidate nothing is ever typed in.
ALTER TABLE nominations ADD CONSTRAINT nothing_typed_offline CHECK (track = 'online' OR (fields = '{}'::jsonb AND secret_fields IS NULL AND id_number_hash IS NULL AND candidate_name ~ '^线下件 \d{3,}$'
  AND answers - 'declarations' <@ '{"exclusions":{},"reviews":{},"steps":{},"properties":{},"values":{},"honours":{}}'::jsonb));

CREATE TABLE offline_items (
  nomination_id uuid PRIMARY KEY REFERENCES nominations,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  number int NOT NULL CHECK (number >= 1),
  carried_by text NOT NULL CHECK (carried_by IN ('inPerson','confidentialPost')),
  officer_name text NOT NULL,
  officer_post text NOT NULL,
  volumes int NOT NULL CHECK (volumes BETWEEN 1 AND 99),
  received_on text CHECK (received_on ~ '^\d{4}-\d\d-\d\d$'),
  received_volumes int CHECK (received_volumes BETWEEN 1 AND 99),
  received_by uuid REFERENCES accounts,
  received_at timestamptz,
  UNIQUE (campaign_id, number),
  CHECK (num_nulls(received_on, received_volumes, received_by, received_at) IN (0, 4))
);

-- No file, and no link that asks for one, of a nomination that goes by hand.
CREATE FUNCTION online_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT track FROM nominations WHERE id = NEW.nomination_id) = 'offline' THEN
    RAISE EXCEPTION 'nomination % goes by hand', NEW.nomination_id USING ERRCODE = 'check_violation', CONSTRAINT = 'online_only';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER online_only BEFORE INSERT OR UPDATE OF nomination_id ON materials FOR EACH ROW EXECUTE FUNCTION online_only();
CREATE TRIGGER online_only BEFORE INSERT OR UPDATE OF nomination_id ON uploads FOR EACH ROW EXECUTE FUNCTION online_only();
CREATE TRIGGER online_only BEFORE INSERT OR UPDATE OF nomination_id ON opinion_requests FOR EACH ROW EXECUTE FUNCTION online_only();
