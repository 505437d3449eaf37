-- 数据: what the figures of a campaign are counted from, in narrow rows that the database keeps itself: no way of writing can forget them, and a page over
-- 100,000 nominations opens no form. Of a draft nothing but its state is here; of what goes by hand nothing but that it does.

-- Time between two changes of a nomination that is in the unit's hands, where it is no pause (`IDLE_MINUTES` of the core). Product time.
ALTER TABLE nominations ADD COLUMN worked_ms bigint NOT NULL DEFAULT 0;
CREATE FUNCTION count_work() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.worked_ms := OLD.worked_ms + (extract(epoch FROM NEW.changed_at - OLD.changed_at) * 1000)::bigint;
  RETURN NEW;
END $$;
CREATE TRIGGER count_work BEFORE UPDATE ON nominations FOR EACH ROW
  WHEN (OLD.state IN ('draft','returned') AND NEW.version > OLD.version AND NEW.changed_at > OLD.changed_at AND NEW.changed_at - OLD.changed_at <= interval '5 minutes') EXECUTE FUNCTION count_work();

CREATE TABLE nomination_figures (
  nomination_id uuid PRIMARY KEY REFERENCES nominations ON DELETE CASCADE,
  campaign_id uuid NOT NULL,
  unit_id uuid NOT NULL,
  state text NOT NULL,
  sent boolean NOT NULL,
  offline boolean NOT NULL,
  returns int NOT NULL DEFAULT 0,
  -- As last submitted; empty: not stated.
  category text NOT NULL DEFAULT '',
  sex text NOT NULL DEFAULT '',
  team boolean NOT NULL DEFAULT false,
  -- Day of birth, `YYYY-MM-DD`.
  born text COLLATE "C",
  properties jsonb NOT NULL DEFAULT '{}',
  -- Up to the last submission.
  worked_ms bigint,
  asked int, known int, changed int, typed int,
  files_refused int NOT NULL DEFAULT 0,
  files_replaced int NOT NULL DEFAULT 0
) WITH (fillfactor = 85);
CREATE INDEX nomination_figures_by_campaign ON nomination_figures (campaign_id);

-- One row for each submission: when it came, when the desk was through with it, and after what return it came.
CREATE TABLE desk_turns (
  nomination_id uuid NOT NULL REFERENCES nominations ON DELETE CASCADE,
  n int NOT NULL,
  campaign_id uuid NOT NULL,
  sent_at timestamptz NOT NULL,
  left_at timestamptz,
  outcome text,
  -- When it had been returned; NULL: the first submission.
  returned_at timestamptz,
  -- Whole minutes at the desk, and with the unit before it came again.
  desk_minutes int GENERATED ALWAYS AS (CASE WHEN left_at IS NOT NULL THEN greatest(0, floor(extract(epoch FROM left_at - sent_at) / 60)) END) STORED,
  mended_minutes int GENERATED ALWAYS AS (CASE WHEN returned_at IS NOT NULL THEN greatest(0, floor(extract(epoch FROM sent_at - returned_at) / 60)) END) STORED,
  PRIMARY KEY (nomination_id, n),
  CHECK ((left_at IS NULL) = (outcome IS NULL))
);
CREATE INDEX desk_turns_by_campaign ON desk_turns (campaign_id);

-- Points of return letters, without their words.
CREATE TABLE return_points (
  screening_id uuid NOT NULL REFERENCES screenings ON DELETE CASCADE,
  n int NOT NULL,
  campaign_id uuid NOT NULL,
  code text NOT NULL,
  material text NOT NULL,
  field text NOT NULL,
  clause text NOT NULL,
  PRIMARY KEY (screening_id, n)
);
CREATE INDEX return_points_by_campaign ON return_points (campaign_id);

-- What the form tells, as `personOf` of the core reads it.
CREATE FUNCTION take_figures(nom nominations) RETURNS void LANGUAGE sql AS $$
  UPDATE nomination_figures SET category = coalesce((nom).fields->>'category', ''), sex = CASE WHEN (nom).fields->>'sex' IN ('female','male') THEN (nom).fields->>'sex' ELSE '' END,
    team = (nom).fields->>'candidateKind' IS NOT DISTINCT FROM 'team', born = substring(btrim((nom).fields->>'birthDate') FROM '^\d{4}-\d{2}-\d{2}$'), properties = coalesce((nom).answers->'properties', '{}'),
    worked_ms = (nom).worked_ms, asked = ((nom).typed->>'asked')::int, known = ((nom).typed->>'known')::int, changed = ((nom).typed->>'changed')::int, typed = ((nom).typed->>'typed')::int
  WHERE nomination_id = (nom).id $$;

CREATE FUNCTION keep_nomination_figures() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  before timestamptz;
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO nomination_figures (nomination_id, campaign_id, unit_id, state, sent, offline, returns)
    VALUES (NEW.id, NEW.campaign_id, NEW.unit_id, NEW.state, NEW.submitted_at IS NOT NULL, NEW.track = 'offline', (NEW.state = 'returned')::int);
  ELSE
    UPDATE nomination_figures SET state = NEW.state, sent = NEW.submitted_at IS NOT NULL, offline = NEW.track = 'offline', returns = returns + (NEW.state = 'returned' AND OLD.state <> 'returned')::int WHERE nomination_id = NEW.id;
    IF OLD.state = 'submitted' AND NEW.state <> 'submitted' THEN
      UPDATE desk_turns SET left_at = NEW.changed_at, outcome = NEW.state WHERE nomination_id = NEW.id AND left_at IS NULL;
    END IF;
  END IF;
  IF NEW.submitted_at IS NOT NULL AND (TG_OP = 'INSERT' OR NEW.submitted_at IS DISTINCT FROM OLD.submitted_at) THEN
    PERFORM take_figures(NEW);
    SELECT left_at INTO before FROM desk_turns WHERE nomination_id = NEW.id AND outcome = 'returned' ORDER BY n DESC LIMIT 1;
    INSERT INTO desk_turns (nomination_id, n, campaign_id, sent_at, left_at, outcome, returned_at)
    VALUES (NEW.id, (SELECT count(*) + 1 FROM desk_turns WHERE nomination_id = NEW.id), NEW.campaign_id, NEW.submitted_at, CASE WHEN NEW.state <> 'submitted' THEN NEW.changed_at END, CASE WHEN NEW.state <> 'submitted' THEN NEW.state END, before);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_figures_new AFTER INSERT ON nominations FOR EACH ROW EXECUTE FUNCTION keep_nomination_figures();
-- Typing into a form changes none of these.
CREATE TRIGGER keep_figures AFTER UPDATE ON nominations FOR EACH ROW
  WHEN (OLD.state <> NEW.state OR OLD.track <> NEW.track OR OLD.submitted_at IS DISTINCT FROM NEW.submitted_at) EXECUTE FUNCTION keep_nomination_figures();

CREATE FUNCTION count_refused_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE nomination_figures SET files_refused = files_refused + 1 WHERE nomination_id = NEW.nomination_id;
  RETURN NULL;
END $$;
CREATE TRIGGER count_refused AFTER UPDATE OF state ON uploads FOR EACH ROW WHEN (NEW.state = 'refused' AND OLD.state <> 'refused') EXECUTE FUNCTION count_refused_file();

-- What was set apart and purged is no work of the unit's.
CREATE FUNCTION count_replaced_file() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE nomination_figures SET files_replaced = files_replaced + 1 WHERE nomination_id = OLD.nomination_id AND NOT EXISTS (SELECT FROM quarantine k WHERE k.sha256 = OLD.sha256);
  RETURN NULL;
END $$;
CREATE TRIGGER count_replaced AFTER DELETE ON materials FOR EACH ROW EXECUTE FUNCTION count_replaced_file();

CREATE FUNCTION keep_return_points() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO return_points (screening_id, n, campaign_id, code, material, field, clause)
  SELECT NEW.id, p.n, x.campaign_id, coalesce(p.point->>'code', ''), coalesce(p.point->>'material', ''), coalesce(p.point->>'field', ''), coalesce(p.point->>'clause', '')
  FROM nominations x, jsonb_array_elements(NEW.points) WITH ORDINALITY p(point, n) WHERE x.id = NEW.nomination_id;
  RETURN NULL;
END $$;
CREATE TRIGGER keep_return_points AFTER INSERT ON screenings FOR EACH ROW WHEN (NEW.decision = 'return') EXECUTE FUNCTION keep_return_points();

-- What stands already. Time at work was not kept before today; submissions and decisions are in the ledger.
INSERT INTO nomination_figures (nomination_id, campaign_id, unit_id, state, sent, offline, returns, files_refused)
SELECT n.id, n.campaign_id, n.unit_id, n.state, n.submitted_at IS NOT NULL, n.track = 'offline', (SELECT count(*) FROM screenings s WHERE s.nomination_id = n.id AND s.decision = 'return'), (SELECT count(*) FROM uploads u WHERE u.nomination_id = n.id AND u.state = 'refused')
FROM nominations n;
SELECT take_figures(n) FROM nominations n WHERE n.submitted_at IS NOT NULL;
UPDATE nomination_figures SET worked_ms = NULL;
WITH events AS (
  SELECT n.id, n.campaign_id, l.position, l.entry->>'act' AS act, to_timestamp(coalesce(l.entry->'data'->>'submittedAt', l.entry->>'at')::bigint / 1000.0) AS at
  FROM ledger_entries l JOIN nominations n ON n.campaign_id = l.chain_id AND n.id::text = l.entry->'subject'->>'id'
  WHERE l.entry->>'act' IN ('nomination.submitted','screening.accepted','screening.returned','screening.rejected','nomination.withdrawn','candidate.withdrew') AND coalesce(l.entry->'data'->>'ended', 'true') = 'true'
), ordered AS (
  SELECT *, lead(act) OVER w AS next_act, lead(at) OVER w AS next_at, lag(act) OVER w AS last_act, lag(at) OVER w AS last_at FROM events WINDOW w AS (PARTITION BY id ORDER BY position)
)
INSERT INTO desk_turns (nomination_id, n, campaign_id, sent_at, left_at, outcome, returned_at)
SELECT id, row_number() OVER (PARTITION BY id ORDER BY position), campaign_id, at, next_at,
  CASE next_act WHEN 'screening.accepted' THEN 'accepted' WHEN 'screening.returned' THEN 'returned' WHEN 'screening.rejected' THEN 'rejected' WHEN 'nomination.withdrawn' THEN 'withdrawn' WHEN 'candidate.withdrew' THEN 'withdrawn' WHEN 'nomination.submitted' THEN 'submitted' END,
  CASE last_act WHEN 'screening.returned' THEN last_at END
FROM ordered WHERE act = 'nomination.submitted';
INSERT INTO return_points (screening_id, n, campaign_id, code, material, field, clause)
SELECT s.id, p.n, x.campaign_id, coalesce(p.point->>'code', ''), coalesce(p.point->>'material', ''), coalesce(p.point->>'field', ''), coalesce(p.point->>'clause', '')
FROM screenings s JOIN nominations x ON x.id = s.nomination_id, jsonb_array_elements(s.points) WITH ORDINALITY p(point, n) WHERE s.decision = 'return';
