-- 采访、拍摄: asked for by the office, answered by the unit, fixed with the person's consent, done or cancelled.
CREATE TABLE interviews (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  nomination_id uuid NOT NULL REFERENCES nominations,
  kind text NOT NULL CHECK (kind IN ('interview','filming','both')),
  state text NOT NULL CHECK (state IN ('asked','answered','fixed','done','cancelled')),
  version integer NOT NULL DEFAULT 1,
  -- The name stays where the channel goes.
  channel_id uuid REFERENCES media_channels ON DELETE SET NULL,
  medium text NOT NULL CHECK (medium <> ''),
  purpose text NOT NULL CHECK (purpose <> ''),
  -- [{from, to}], milliseconds.
  times jsonb NOT NULL,
  place text NOT NULL,
  team text NOT NULL,
  size smallint NOT NULL,
  needs text NOT NULL,
  -- Hash of kind, medium and purpose: what the person agrees to.
  scope text NOT NULL,
  asked_by uuid NOT NULL REFERENCES accounts,
  asked_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  -- The unit's answer but for the telephone, which is sealed and goes when it is over.
  reply jsonb,
  phone bytea,
  replied_by uuid REFERENCES accounts,
  replied_at timestamptz,
  consent boolean,
  consent_scope text,
  consent_at timestamptz,
  consent_by uuid REFERENCES accounts,
  consent_role text,
  consent_sha256 text REFERENCES blobs,
  fixed_from timestamptz,
  fixed_to timestamptz,
  fixed_at timestamptz,
  result jsonb,
  result_item uuid REFERENCES media_items,
  why text NOT NULL DEFAULT '',
  closed_as text CHECK (closed_as IN ('office','unit','person')),
  closed_by uuid REFERENCES accounts,
  closed_at timestamptz,
  CHECK ((state IN ('done','cancelled')) = (closed_at IS NOT NULL)),
  CHECK (state <> 'cancelled' OR (why <> '' AND closed_as IS NOT NULL)),
  CHECK (state NOT IN ('answered','fixed') OR (reply IS NOT NULL AND replied_by IS NOT NULL)),
  -- Without the person's consent to this very thing nothing is fixed.
  CHECK (state <> 'fixed' OR (consent IS TRUE AND consent_scope IS NOT DISTINCT FROM scope AND fixed_from IS NOT NULL AND fixed_to > fixed_from AND fixed_at IS NOT NULL)),
  CHECK (phone IS NULL OR state IN ('answered','fixed'))
);
CREATE INDEX interviews_by_campaign ON interviews (campaign_id, asked_at);
CREATE INDEX interviews_by_nomination ON interviews (nomination_id);
CREATE INDEX interviews_fixed ON interviews (fixed_from) WHERE state = 'fixed';
CREATE INDEX interviews_by_paper ON interviews (consent_sha256) WHERE consent_sha256 IS NOT NULL;
