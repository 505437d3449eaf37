-- 向上推荐: other installations whose keys are known here, campaigns of theirs that we send to, what went out in archives, what came in.

CREATE TABLE other_installations (
  id uuid PRIMARY KEY,
  -- Whose office knows it.
  organisation_id uuid NOT NULL REFERENCES organisations,
  name text NOT NULL CHECK (name <> ''),
  sign_key text NOT NULL CHECK (sign_key ~ '^[0-9a-f]{64}$'),
  box_key text NOT NULL CHECK (box_key ~ '^[0-9a-f]{64}$'),
  -- The unit of ours that it speaks for; NULL: a level above.
  unit_id uuid REFERENCES organisations,
  seen_at timestamptz NOT NULL,
  -- Compared with paper: typed from it by one person, or looked at by two.
  looked_by uuid REFERENCES accounts,
  looked_at timestamptz,
  confirmed_by uuid REFERENCES accounts,
  confirmed_at timestamptz,
  typed boolean NOT NULL DEFAULT false,
  ended_at timestamptz,
  CONSTRAINT confirmed_by_somebody CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
  CONSTRAINT two_looked_or_one_typed CHECK (confirmed_at IS NULL OR typed OR (looked_by IS NOT NULL AND looked_by <> confirmed_by))
);
-- One key a unit; whoever moves to another installation ends the old one first.
CREATE UNIQUE INDEX one_key_a_unit ON other_installations (organisation_id, unit_id) WHERE unit_id IS NOT NULL AND confirmed_at IS NOT NULL AND ended_at IS NULL;
CREATE UNIQUE INDEX one_row_a_key ON other_installations (organisation_id, sign_key, coalesce(unit_id, '00000000-0000-0000-0000-000000000000')) WHERE ended_at IS NULL;

-- A campaign of another installation, under the id it has there: its rules run here, and nobody here is its office.
CREATE TABLE mirrors (
  campaign_id uuid NOT NULL REFERENCES campaigns,
  -- Whose office sends to it, and the unit we are in it.
  organisation_id uuid NOT NULL REFERENCES organisations,
  unit_id uuid NOT NULL REFERENCES organisations,
  installation_id uuid NOT NULL REFERENCES other_installations,
  -- When the call file was made, by the sender's clock: an older one is not taken any more.
  called_at timestamptz NOT NULL,
  PRIMARY KEY (campaign_id, organisation_id)
);
CREATE INDEX mirrors_by_organisation ON mirrors (organisation_id);
CREATE INDEX mirrors_by_unit ON mirrors (unit_id);

-- From which of ours a nomination above was made.
CREATE TABLE recommendations (
  nomination_id uuid PRIMARY KEY REFERENCES nominations,
  from_nomination_id uuid NOT NULL REFERENCES nominations,
  from_campaign_id uuid NOT NULL REFERENCES campaigns,
  to_campaign_id uuid NOT NULL REFERENCES campaigns,
  recommended_by uuid NOT NULL REFERENCES accounts,
  recommended_at timestamptz NOT NULL
);
CREATE INDEX recommendations_by_source ON recommendations (from_campaign_id, from_nomination_id);

CREATE TABLE sent_archives (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  organisation_id uuid NOT NULL REFERENCES organisations,
  account_id uuid NOT NULL REFERENCES accounts,
  kind text NOT NULL CHECK (kind IN ('recommendation','answer')),
  unit_id uuid NOT NULL REFERENCES organisations,
  nominations uuid[] NOT NULL,
  file_name text NOT NULL CHECK (file_name <> ''),
  sealing jsonb NOT NULL,
  -- Sealed by our own key; emptied when it is made.
  content_key bytea,
  job_id uuid NOT NULL REFERENCES jobs,
  asked_at timestamptz NOT NULL,
  made_at timestamptz,
  expires_at timestamptz,
  bytes bigint,
  sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  parts int,
  findings jsonb,
  removed_at timestamptz,
  CONSTRAINT whole_when_made CHECK (num_nulls(made_at, expires_at, bytes, sha256, parts) IN (0, 5)),
  CONSTRAINT no_key_when_made CHECK (made_at IS NULL OR content_key IS NULL)
);
CREATE INDEX sent_archives_by_campaign ON sent_archives (campaign_id, organisation_id, asked_at);

CREATE TABLE arrivals (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisations,
  account_id uuid NOT NULL REFERENCES accounts,
  name text NOT NULL,
  bytes bigint NOT NULL CHECK (bytes >= 0),
  state text NOT NULL CHECK (state IN ('receiving','reading','asksSender','asksWords','ready','taking','taken','refused','dropped')),
  begun_at timestamptz NOT NULL,
  -- When its last byte was in: what is judged by a deadline, however long the looking takes.
  whole_at timestamptz,
  sha256 text CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  envelope jsonb,
  installation_id uuid REFERENCES other_installations,
  -- Ours that it is for; NULL: not known yet, or it brings one.
  campaign_id uuid REFERENCES campaigns,
  findings jsonb NOT NULL DEFAULT '[]',
  -- The key it opens with, sealed by our own; emptied at the end.
  content_key bytea,
  -- Its list of contents, sealed by our own key; emptied at the end.
  contents bytea,
  -- What we read in its files ourselves, by their number.
  facts jsonb,
  taken_at timestamptz,
  taken_by uuid REFERENCES accounts,
  result jsonb,
  CONSTRAINT nothing_kept_at_the_end CHECK (state NOT IN ('taken','refused','dropped') OR (contents IS NULL AND content_key IS NULL AND facts IS NULL))
);
CREATE INDEX arrivals_by_organisation ON arrivals (organisation_id, begun_at);

-- Dossiers that came by an archive, with the sender's own version of what was taken last.
CREATE TABLE taken_nominations (
  nomination_id uuid PRIMARY KEY REFERENCES nominations,
  installation_id uuid NOT NULL REFERENCES other_installations,
  arrival_id uuid NOT NULL REFERENCES arrivals,
  version int NOT NULL CHECK (version >= 1),
  -- Where its submission stands in the sender's ledger.
  receipt jsonb NOT NULL
);
CREATE INDEX taken_nominations_by_installation ON taken_nominations (installation_id);

-- What the level above answered about a nomination of ours; written once.
CREATE TABLE upward_results (
  nomination_id uuid NOT NULL REFERENCES nominations,
  outcome text NOT NULL CHECK (outcome IN ('accepted','returned','rejected','notChosen','honoured','revoked')),
  at timestamptz NOT NULL,
  version int NOT NULL,
  note text NOT NULL DEFAULT '',
  points jsonb NOT NULL DEFAULT '[]',
  until timestamptz,
  number text,
  award jsonb NOT NULL,
  arrival_id uuid NOT NULL REFERENCES arrivals,
  PRIMARY KEY (nomination_id, outcome, at)
);
