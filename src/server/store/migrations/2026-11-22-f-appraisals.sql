-- 考核调研: what was written down at a candidate's workplace. One of the nominating unit, and one that the office may hold itself.
CREATE TABLE appraisals (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  nomination_id uuid NOT NULL REFERENCES nominations,
  owner text NOT NULL CHECK (owner IN ('unit','office')),
  -- Product time, as all that follows.
  begun_at timestamptz NOT NULL,
  closed_at timestamptz,
  closed_by uuid REFERENCES accounts,
  -- Of all its items as they were closed, salted by its id.
  content_hash text CHECK (content_hash ~ '^[0-9a-f]{64}$'),
  UNIQUE (nomination_id, owner),
  CONSTRAINT closed_whole CHECK ((closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (content_hash IS NULL))
);
CREATE INDEX appraisals_by_campaign ON appraisals (campaign_id);
-- A nomination that goes by hand has none.
CREATE TRIGGER online_only BEFORE INSERT OR UPDATE OF nomination_id ON appraisals FOR EACH ROW EXECUTE FUNCTION online_only();

-- Sealed by the installation's key: whoever spoke in confidence is in no backup to be read.
CREATE TABLE appraisal_items (
  appraisal_id uuid NOT NULL REFERENCES appraisals,
  kind text NOT NULL CHECK (kind IN ('visit','symposium','seat','talk','verdict','conclusion')),
  step text NOT NULL,
  key text NOT NULL CHECK (length(key) <= 120),
  content bytea NOT NULL,
  version int NOT NULL DEFAULT 1 CHECK (version >= 1),
  begun_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  changed_by uuid NOT NULL REFERENCES accounts,
  -- 审核人 confirmed that there is no such post.
  confirmed_at timestamptz,
  confirmed_by uuid REFERENCES accounts,
  PRIMARY KEY (appraisal_id, kind, step, key),
  CONSTRAINT only_seats_are_confirmed CHECK (confirmed_by IS NULL OR kind = 'seat'),
  CONSTRAINT confirmed_whole CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL))
);

-- What was closed, and perhaps signed, stands; whoever changes it opens it first.
CREATE FUNCTION appraisal_is_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM appraisals WHERE id = coalesce(NEW.appraisal_id, OLD.appraisal_id) AND closed_at IS NOT NULL) THEN
    RAISE EXCEPTION 'appraisal % is closed', coalesce(NEW.appraisal_id, OLD.appraisal_id) USING ERRCODE = 'check_violation', CONSTRAINT = 'appraisal_is_open';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;
CREATE TRIGGER appraisal_is_open BEFORE INSERT OR DELETE OR UPDATE OF content ON appraisal_items FOR EACH ROW EXECUTE FUNCTION appraisal_is_open();

-- 排序: the unit's own order of those it puts forward.
ALTER TABLE nominations ADD COLUMN rank int CHECK (rank >= 1);
ALTER TABLE nominations ADD CONSTRAINT one_nomination_a_rank UNIQUE (campaign_id, unit_id, rank) DEFERRABLE INITIALLY IMMEDIATE;
