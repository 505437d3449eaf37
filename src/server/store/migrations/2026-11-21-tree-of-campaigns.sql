-- Campaigns that forward another one, amendments of what is open, the jobs that follow from them, and the distribution of quotas down the tree.

-- The organisations below one, near ones first.
CREATE FUNCTION organisations_below(top uuid) RETURNS SETOF organisations LANGUAGE sql STABLE AS $$
  WITH RECURSIVE below AS (
    SELECT o.id, 1 AS depth FROM organisations o WHERE o.parent_id = top
    UNION ALL SELECT o.id, b.depth + 1 FROM below b JOIN organisations o ON o.parent_id = b.id)
  SELECT o.* FROM below b JOIN organisations o ON o.id = b.id ORDER BY b.depth, o.code
$$;
-- Those whom a campaign of one reaches: an organisation with an office of its own forwards it to those below itself.
CREATE FUNCTION organisations_reached(top uuid) RETURNS SETOF organisations LANGUAGE sql STABLE AS $$
  WITH RECURSIVE below AS (
    SELECT o.id FROM organisations o WHERE o.parent_id = top
    UNION ALL SELECT o.id FROM below b JOIN organisations o ON o.parent_id = b.id
      WHERE NOT EXISTS (SELECT FROM memberships m WHERE m.organisation_id = b.id AND m.role = 'office'))
  SELECT o.* FROM below b JOIN organisations o ON o.id = b.id
$$;

CREATE FUNCTION organisation_is_below(who uuid, top uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  WITH RECURSIVE up AS (SELECT parent_id FROM organisations WHERE id = who UNION ALL SELECT o.parent_id FROM up JOIN organisations o ON o.id = up.parent_id)
  SELECT EXISTS (SELECT FROM up WHERE parent_id = top)
$$;

-- 转发: whose child it is, and the version of the parent it stands under. The difference itself is the last of `chain`, kept apart so that
-- thousands of children are asked without reading what they inherit.
ALTER TABLE campaigns ADD COLUMN parent_campaign_id uuid REFERENCES campaigns, ADD COLUMN parent_hash text, ADD COLUMN overlay jsonb,
  ADD CONSTRAINT parent_with_its_version CHECK ((parent_campaign_id IS NULL) = (parent_hash IS NULL) AND (parent_campaign_id IS NULL) = (overlay IS NULL)),
  ADD CONSTRAINT not_its_own_parent CHECK (parent_campaign_id <> id);
CREATE UNIQUE INDEX forwarded_once ON campaigns (parent_campaign_id, organisation_id) WHERE parent_campaign_id IS NOT NULL;

-- Every version of a definition that was ever in force: a submitted dossier keeps the one it was judged under.
CREATE TABLE definition_versions (
  campaign_id uuid NOT NULL REFERENCES campaigns,
  hash text NOT NULL,
  version int NOT NULL CHECK (version >= 1),
  chain jsonb NOT NULL,
  resolved jsonb NOT NULL,
  since timestamptz NOT NULL,
  PRIMARY KEY (campaign_id, version)
);
CREATE INDEX definition_versions_by_hash ON definition_versions (campaign_id, hash);
INSERT INTO definition_versions (campaign_id, hash, version, chain, resolved, since)
  SELECT id, definition_hash, 1, chain, resolved, coalesce(opened_at, created_at) FROM campaigns WHERE state <> 'draft';

-- 修订: proposed by one person of the office, confirmed by another. What is proposed is kept whole; it becomes a version when it is confirmed.
CREATE TABLE amendments (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  -- The version it was made on, and the parent's.
  base_hash text NOT NULL,
  parent_hash text,
  chain jsonb NOT NULL,
  resolved jsonb NOT NULL,
  hash text NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  proposed_by uuid NOT NULL REFERENCES accounts,
  proposed_at timestamptz NOT NULL,
  confirmed_by uuid REFERENCES accounts,
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  CONSTRAINT amended_by_two CHECK (confirmed_by IS NULL OR confirmed_by <> proposed_by),
  CONSTRAINT confirmed_or_withdrawn CHECK (confirmed_at IS NULL OR withdrawn_at IS NULL),
  CONSTRAINT confirmed_by_somebody CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL))
);
CREATE INDEX amendments_by_campaign ON amendments (campaign_id, proposed_at);
CREATE UNIQUE INDEX one_amendment_pending ON amendments (campaign_id) WHERE confirmed_at IS NULL AND withdrawn_at IS NULL;

-- Work after a commit: claimed by one runner at a time, resumed by another when its lease runs out.
CREATE TABLE jobs (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  payload jsonb NOT NULL,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting','running','done','failed')),
  done int NOT NULL DEFAULT 0 CHECK (done >= 0),
  total int NOT NULL DEFAULT 0 CHECK (total >= done),
  attempts int NOT NULL DEFAULT 0,
  runner uuid,
  leased_until timestamptz,
  error text,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  finished_at timestamptz,
  CONSTRAINT leased_while_running CHECK ((state = 'running') = (runner IS NOT NULL AND leased_until IS NOT NULL)),
  CONSTRAINT finished_at_the_end CHECK ((state IN ('done','failed')) = (finished_at IS NOT NULL))
);
CREATE INDEX jobs_by_campaign ON jobs (campaign_id, created_at);
CREATE INDEX jobs_to_do ON jobs (created_at) WHERE state IN ('waiting','running');

-- What an amendment above asks of a child: one answer a child and version of the parent.
CREATE TABLE reasked (
  campaign_id uuid NOT NULL REFERENCES campaigns,
  parent_hash text NOT NULL,
  fits boolean NOT NULL,
  findings jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (campaign_id, parent_hash)
);

-- 名额分配. A campaign that distributes has a pool: what came to it from above. Nothing is given on beyond it, whoever writes.
CREATE TABLE quota_pools (
  campaign_id uuid PRIMARY KEY REFERENCES campaigns,
  total int NOT NULL CHECK (total >= 0),
  given int NOT NULL DEFAULT 0 CHECK (given >= 0),
  CONSTRAINT never_beyond_the_pool CHECK (given <= total)
);
CREATE TABLE quota_grants (
  campaign_id uuid NOT NULL REFERENCES quota_pools,
  organisation_id uuid NOT NULL REFERENCES organisations,
  granted int NOT NULL,
  returned int NOT NULL DEFAULT 0 CHECK (returned >= 0),
  -- Seats its nominations hold in this campaign.
  used int NOT NULL DEFAULT 0 CHECK (used >= 0),
  PRIMARY KEY (campaign_id, organisation_id),
  FOREIGN KEY (campaign_id, organisation_id) REFERENCES campaign_units (campaign_id, unit_id),
  CONSTRAINT used_within_what_is_held CHECK (used <= granted - returned)
);
CREATE INDEX quota_grants_by_organisation ON quota_grants (organisation_id);

-- Seats from 1001 on are outside the quota (core/nomination/submit) and use up nothing.
CREATE FUNCTION quota_grant_begins() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.used := (SELECT count(*) FROM nominations n WHERE n.campaign_id = NEW.campaign_id AND n.unit_id = NEW.organisation_id AND n.seat < 1001);
  RETURN NEW;
END $$;
CREATE TRIGGER quota_grant_begins BEFORE INSERT ON quota_grants FOR EACH ROW EXECUTE FUNCTION quota_grant_begins();

-- The pool above counts what is out, and the pool of the receiver's own campaign is what it holds: the constraints of both then refuse.
CREATE FUNCTION quota_grant_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  out int := (NEW.granted - NEW.returned) - CASE WHEN TG_OP = 'UPDATE' THEN OLD.granted - OLD.returned ELSE 0 END;
BEGIN
  -- A submission changes only what is used: it must not wait for the pool that all units share.
  IF out <> 0 THEN UPDATE quota_pools SET given = given + out WHERE campaign_id = NEW.campaign_id; END IF;
  UPDATE quota_pools p SET total = NEW.granted - NEW.returned - NEW.used FROM campaigns c
    WHERE c.parent_campaign_id = NEW.campaign_id AND c.organisation_id = NEW.organisation_id AND p.campaign_id = c.id;
  RETURN NULL;
END $$;
CREATE TRIGGER quota_grant_changed AFTER INSERT OR UPDATE ON quota_grants FOR EACH ROW EXECUTE FUNCTION quota_grant_changed();

CREATE FUNCTION quota_seat_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE quota_grants SET used = used + (coalesce(NEW.seat, 1001) < 1001)::int - (coalesce(OLD.seat, 1001) < 1001)::int WHERE campaign_id = NEW.campaign_id AND organisation_id = NEW.unit_id;
  RETURN NULL;
END $$;
CREATE TRIGGER quota_seat_changed AFTER UPDATE OF seat ON nominations FOR EACH ROW WHEN ((coalesce(OLD.seat, 1001) < 1001) <> (coalesce(NEW.seat, 1001) < 1001)) EXECUTE FUNCTION quota_seat_changed();
