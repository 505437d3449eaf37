-- 荣誉名册: kept for ever, apart from nominations. Nothing here refers to another table: whatever ends elsewhere, an entry stays.
-- Rows are added and never changed: a revocation is a row, and so is what undoes it.
CREATE TABLE honour_register (
  id uuid PRIMARY KEY,
  position bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  honour_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('given','revoked','restored')),
  at timestamptz NOT NULL,
  organisation_id uuid NOT NULL,
  campaign_id uuid NOT NULL,
  -- Of the first entry of an honour: what was given to whom.
  nomination_id uuid,
  number text CHECK (number <> ''),
  -- Behind the QR of the certificate, so that a number that was guessed opens nothing.
  code text CHECK (length(code) >= 16),
  year int,
  person_name text CHECK (person_name <> ''),
  unit text,
  award jsonb,
  campaign jsonb,
  issuers jsonb,
  -- Of every later entry: the words that were published, what it rests on, and the two persons.
  reason text CHECK (reason <> ''),
  basis text CHECK (basis <> ''),
  proposed_by uuid,
  confirmed_by uuid,
  CONSTRAINT whole_entry CHECK (CASE WHEN kind = 'given'
    THEN num_nulls(nomination_id, number, code, year, person_name, unit, award, campaign, issuers) = 0 AND num_nonnulls(reason, basis, proposed_by, confirmed_by) = 0
    ELSE num_nonnulls(nomination_id, number, code, year, person_name, unit, award, campaign, issuers) = 0 AND num_nulls(reason, basis, proposed_by, confirmed_by) = 0 END),
  CONSTRAINT two_persons CHECK (proposed_by <> confirmed_by)
);
CREATE UNIQUE INDEX honour_register_number ON honour_register (number) WHERE kind = 'given';
CREATE UNIQUE INDEX honour_register_given ON honour_register (honour_id) WHERE kind = 'given';
CREATE INDEX honour_register_entries ON honour_register (honour_id, position DESC);
CREATE INDEX honour_register_office ON honour_register (organisation_id, position DESC) WHERE kind = 'given';
CREATE INDEX honour_register_nomination ON honour_register (nomination_id) WHERE kind = 'given';

CREATE FUNCTION honour_register_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the register of honours is added to and never changed' USING ERRCODE = 'restrict_violation', CONSTRAINT = 'honour_register_stays';
END $$;
CREATE TRIGGER honour_register_stays BEFORE UPDATE OR DELETE ON honour_register FOR EACH ROW EXECUTE FUNCTION honour_register_stays();
CREATE TRIGGER honour_register_kept BEFORE TRUNCATE ON honour_register FOR EACH STATEMENT EXECUTE FUNCTION honour_register_stays();

-- Given first; revoked what stands; restored what is revoked.
CREATE FUNCTION honour_register_follows() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last text := (SELECT kind FROM honour_register WHERE honour_id = NEW.honour_id ORDER BY position DESC LIMIT 1);
BEGIN
  IF (NEW.kind = 'given' AND last IS NULL OR NEW.kind = 'revoked' AND last IN ('given','restored') OR NEW.kind = 'restored' AND last = 'revoked') IS NOT TRUE THEN
    RAISE EXCEPTION 'an honour that is % cannot be %', coalesce(last, 'not given'), NEW.kind USING ERRCODE = 'check_violation', CONSTRAINT = 'honour_register_follows';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER honour_register_follows BEFORE INSERT ON honour_register FOR EACH ROW EXECUTE FUNCTION honour_register_follows();

-- One of the office proposes, another confirms; what was confirmed stands in the register.
CREATE TABLE honour_proposals (
  id uuid PRIMARY KEY,
  honour_id uuid NOT NULL,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  change text NOT NULL CHECK (change IN ('revoke','restore')),
  reason text NOT NULL CHECK (reason <> ''),
  basis text NOT NULL CHECK (basis <> ''),
  proposed_by uuid NOT NULL REFERENCES accounts,
  proposed_at timestamptz NOT NULL,
  confirmed_by uuid REFERENCES accounts,
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  CONSTRAINT two_persons CHECK (proposed_by <> confirmed_by),
  CONSTRAINT ended_once CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL) AND (confirmed_at IS NULL OR withdrawn_at IS NULL))
);
CREATE UNIQUE INDEX honour_proposals_open ON honour_proposals (honour_id) WHERE confirmed_at IS NULL AND withdrawn_at IS NULL;

-- Numbers were counted within a campaign; from now on within a year of the installation, since a certificate is checked by its number.
UPDATE honours h SET number = h.number || '-' || x.n FROM (SELECT id, row_number() OVER (PARTITION BY number ORDER BY given_at, id) AS n FROM honours) x WHERE x.id = h.id AND x.n > 1;
INSERT INTO honour_register (id, honour_id, kind, at, organisation_id, campaign_id, nomination_id, number, code, year, person_name, unit, award, campaign, issuers)
  SELECT gen_random_uuid(), h.id, 'given', h.given_at, c.organisation_id, c.id, h.nomination_id, h.number, upper(substr(encode(sha256((gen_random_uuid()::text || gen_random_uuid()::text)::bytea), 'hex'), 1, 20)),
    (c.resolved->>'year')::int, h.person->>'name', coalesce(h.person->>'employer', ''), c.resolved->'award', c.resolved->'name', c.resolved->'notice'->'hosts'
  FROM honours h JOIN campaigns c ON c.id = h.campaign_id ORDER BY h.given_at, h.number DESC;

ALTER TABLE packages DROP CONSTRAINT packages_which_check;
ALTER TABLE packages ADD CONSTRAINT packages_which_check CHECK (which IN ('one','standing','accepted','own','certificates'));
