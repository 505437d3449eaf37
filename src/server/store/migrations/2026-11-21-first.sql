-- The first house: organisations, accounts, campaigns, nominations, juries, announcements, ledger.
-- Tenant keys (campaign, organisation) lead the indexes. Every quota, ballot and state is said here a second time.

CREATE TABLE installation (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  is_demo boolean NOT NULL DEFAULT false,
  -- Moves the product's time; only a demo installation may.
  clock_offset_ms bigint NOT NULL DEFAULT 0,
  set_up_at timestamptz,
  -- A demo whose loading was cut off is recognised by this being empty, and made anew.
  demo_loaded_at timestamptz,
  organisation_id uuid,
  CONSTRAINT clock_moves_in_demo_only CHECK (is_demo OR clock_offset_ms = 0)
);
INSERT INTO installation DEFAULT VALUES;

-- Business rules ask this and nothing else; ask it after the lock (now() is frozen at the start of the transaction).
CREATE FUNCTION product_time() RETURNS timestamptz LANGUAGE sql VOLATILE AS
  $$ SELECT clock_timestamp() + make_interval(secs => clock_offset_ms / 1000.0) FROM installation $$;

CREATE TABLE organisations (
  id uuid PRIMARY KEY,
  parent_id uuid REFERENCES organisations,
  -- Root of the tree: the office's organisation, the tenant.
  root_id uuid NOT NULL,
  code text NOT NULL CHECK (code <> ''),
  name text NOT NULL CHECK (name <> ''),
  name_en text NOT NULL DEFAULT '',
  type text NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  UNIQUE (root_id, code)
);
CREATE INDEX organisations_by_parent ON organisations (parent_id);

CREATE TABLE accounts (
  id uuid PRIMARY KEY,
  login text NOT NULL UNIQUE CHECK (login = lower(login) AND login <> ''),
  person_name text NOT NULL CHECK (person_name <> ''),
  -- Of jurors: where they work and in what field.
  unit_name text NOT NULL DEFAULT '',
  field_of_work text NOT NULL DEFAULT '',
  password_hash text,
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  -- The last time step accepted, so that a code serves once.
  totp_last_step bigint NOT NULL DEFAULT 0,
  activation_hash bytea UNIQUE,
  activation_expires_at timestamptz,
  failures int NOT NULL DEFAULT 0,
  locked_until timestamptz,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE memberships (
  id uuid PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts,
  organisation_id uuid NOT NULL REFERENCES organisations,
  role text NOT NULL CHECK (role IN ('office','unitClerk','unitApprover','juror','jurySecretary','supervisor')),
  UNIQUE (account_id, organisation_id, role)
);
CREATE INDEX memberships_by_organisation ON memberships (organisation_id, role);

CREATE TABLE sessions (
  token_hash bytea PRIMARY KEY,
  account_id uuid NOT NULL REFERENCES accounts,
  -- A role that is taken away leaves its sessions without one: they can do nothing more.
  membership_id uuid REFERENCES memberships ON DELETE SET NULL,
  second_factor boolean NOT NULL,
  created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  expires_at timestamptz NOT NULL
);
CREATE INDEX sessions_by_account ON sessions (account_id);

CREATE TABLE campaigns (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisations,
  slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9][a-z0-9-]{1,60}$'),
  state text NOT NULL CHECK (state IN ('draft','open','closed')),
  -- Definitions of the chain, root first, as they were when the campaign was made; `resolved` is their fold, `definition_hash` names it.
  chain jsonb NOT NULL,
  resolved jsonb NOT NULL,
  definition_hash text NOT NULL,
  -- End of nominations as the definition says it, and as extensions moved it.
  deadline timestamptz,
  extended_to timestamptz,
  contact jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  opened_at timestamptz,
  CHECK (state = 'draft' OR deadline IS NOT NULL),
  CHECK (extended_to IS NULL OR extended_to > deadline)
);
CREATE INDEX campaigns_by_organisation ON campaigns (organisation_id);

CREATE TABLE campaign_units (
  campaign_id uuid NOT NULL REFERENCES campaigns,
  unit_id uuid NOT NULL REFERENCES organisations,
  first_opened_at timestamptz,
  PRIMARY KEY (campaign_id, unit_id)
);
CREATE INDEX campaign_units_by_unit ON campaign_units (unit_id);

CREATE TABLE extensions (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  until timestamptz NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  proposed_by uuid NOT NULL REFERENCES accounts,
  proposed_at timestamptz NOT NULL,
  confirmed_by uuid REFERENCES accounts,
  confirmed_at timestamptz,
  CONSTRAINT two_persons CHECK (confirmed_by IS NULL OR confirmed_by <> proposed_by)
);
CREATE INDEX extensions_by_campaign ON extensions (campaign_id);

CREATE TABLE nominations (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  unit_id uuid NOT NULL REFERENCES organisations,
  state text NOT NULL CHECK (state IN ('draft','atApproval','submitted','returned','accepted','rejected','withdrawn')),
  -- Which of the unit's seats it holds, from submission to rejection or withdrawal.
  seat int CHECK (seat >= 1),
  version int NOT NULL DEFAULT 1,
  candidate_name text NOT NULL CHECK (candidate_name <> ''),
  fields jsonb NOT NULL DEFAULT '{}',
  -- ID number, phone, e-mail: AES-256-GCM, key id first.
  secret_fields bytea,
  -- Keyed hash, so that the same person is found without reading anybody's number.
  id_number_hash bytea,
  answers jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  submitted_at timestamptz,
  return_until timestamptz,
  -- What the approver wrote when handing it back to the clerk; emptied when it is sent again.
  hand_back_note text NOT NULL DEFAULT '',
  definition_hash text,
  -- What the receipt shows: manifest, ledger position and hash.
  receipt jsonb,
  FOREIGN KEY (campaign_id, unit_id) REFERENCES campaign_units (campaign_id, unit_id),
  CONSTRAINT seat_while_held CHECK ((state IN ('submitted','returned','accepted')) = (seat IS NOT NULL))
);
-- The quota, said a second time: no two nominations on one seat.
CREATE UNIQUE INDEX one_nomination_a_seat ON nominations (campaign_id, unit_id, seat) WHERE seat IS NOT NULL;
CREATE INDEX nominations_by_campaign ON nominations (campaign_id, state);

CREATE TABLE blobs (
  sha256 text PRIMARY KEY CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint NOT NULL,
  stored_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE uploads (
  id uuid PRIMARY KEY,
  nomination_id uuid NOT NULL REFERENCES nominations,
  account_id uuid NOT NULL REFERENCES accounts,
  material_id text NOT NULL,
  name text NOT NULL,
  bytes bigint NOT NULL,
  state text NOT NULL CHECK (state IN ('receiving','inspecting','kept','refused')),
  file_id uuid,
  findings jsonb NOT NULL DEFAULT '[]',
  begun_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX uploads_by_nomination ON uploads (nomination_id);

CREATE TABLE materials (
  id uuid PRIMARY KEY,
  nomination_id uuid NOT NULL REFERENCES nominations,
  material_id text NOT NULL,
  ordinal int NOT NULL CHECK (ordinal >= 1),
  sha256 text NOT NULL REFERENCES blobs,
  preview_sha256 text REFERENCES blobs,
  bytes bigint NOT NULL,
  name text NOT NULL,
  original_name text NOT NULL,
  facts jsonb NOT NULL,
  received_at timestamptz NOT NULL,
  received_by uuid NOT NULL REFERENCES accounts,
  UNIQUE (nomination_id, material_id, ordinal)
);

CREATE TABLE screenings (
  id uuid PRIMARY KEY,
  nomination_id uuid NOT NULL REFERENCES nominations,
  decision text NOT NULL CHECK (decision IN ('accept','return','reject')),
  note text NOT NULL DEFAULT '',
  points jsonb NOT NULL DEFAULT '[]',
  until timestamptz,
  decided_by uuid NOT NULL REFERENCES accounts,
  decided_at timestamptz NOT NULL
);
CREATE INDEX screenings_by_nomination ON screenings (nomination_id);

CREATE TABLE jury_members (
  campaign_id uuid NOT NULL REFERENCES campaigns,
  account_id uuid NOT NULL REFERENCES accounts,
  seat text NOT NULL CHECK (seat IN ('juror','secretary')),
  PRIMARY KEY (campaign_id, account_id)
);

CREATE TABLE rounds (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  rule_id text NOT NULL,
  -- The rule as it froze on opening.
  rule jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('open','closed')),
  -- Ballots are sealed to this key while the round is open; the private half is destroyed at the count.
  public_key bytea NOT NULL,
  private_key bytea,
  opened_at timestamptz NOT NULL,
  closed_at timestamptz,
  result jsonb,
  result_hash text,
  UNIQUE (campaign_id, rule_id),
  CONSTRAINT key_destroyed_when_closed CHECK ((state = 'closed') = (private_key IS NULL)),
  CONSTRAINT result_when_closed CHECK ((state = 'closed') = (result IS NOT NULL))
);
CREATE TABLE round_candidates (
  round_id uuid NOT NULL REFERENCES rounds,
  nomination_id uuid NOT NULL REFERENCES nominations,
  PRIMARY KEY (round_id, nomination_id)
);
CREATE TABLE round_jurors (
  round_id uuid NOT NULL REFERENCES rounds,
  account_id uuid NOT NULL REFERENCES accounts,
  present_at timestamptz,
  -- Whether, never how.
  voted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (round_id, account_id)
);
CREATE TABLE recusals (
  round_id uuid NOT NULL,
  account_id uuid NOT NULL,
  nomination_id uuid NOT NULL,
  reason text NOT NULL,
  declared_at timestamptz NOT NULL,
  PRIMARY KEY (round_id, account_id, nomination_id),
  FOREIGN KEY (round_id, account_id) REFERENCES round_jurors (round_id, account_id),
  FOREIGN KEY (round_id, nomination_id) REFERENCES round_candidates (round_id, nomination_id)
);
-- One sealed ballot a juror while the round is open; emptied at the count.
CREATE TABLE sealed_ballots (
  round_id uuid NOT NULL,
  account_id uuid NOT NULL,
  sealed bytea NOT NULL,
  cast_at timestamptz NOT NULL,
  PRIMARY KEY (round_id, account_id),
  FOREIGN KEY (round_id, account_id) REFERENCES round_jurors (round_id, account_id)
);
-- The opened box: no juror, shuffled, written in one transaction.
CREATE TABLE ballots (
  round_id uuid NOT NULL REFERENCES rounds,
  code text NOT NULL,
  approvals jsonb NOT NULL,
  PRIMARY KEY (round_id, code)
);

CREATE TABLE public_notices (
  campaign_id uuid PRIMARY KEY REFERENCES campaigns,
  round_id uuid NOT NULL REFERENCES rounds,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL CHECK (ends_at > starts_at),
  -- Calendar days that count, for the bars.
  days jsonb NOT NULL,
  people jsonb NOT NULL,
  how_to_object jsonb NOT NULL
);
CREATE TABLE honours (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  nomination_id uuid NOT NULL UNIQUE REFERENCES nominations,
  number text NOT NULL,
  person jsonb NOT NULL,
  given_at timestamptz NOT NULL,
  UNIQUE (campaign_id, number)
);

CREATE TABLE public_pages (
  path text PRIMARY KEY,
  campaign_id uuid REFERENCES campaigns,
  media_type text NOT NULL,
  body bytea NOT NULL,
  body_br bytea NOT NULL,
  etag text NOT NULL,
  -- When what it says stops being true (a day passes, a term ends); it is then rendered anew.
  stale_at timestamptz,
  rendered_at timestamptz NOT NULL
);

-- The append-only record. One chain a campaign (and one for the organisation's own acts); the head row serialises.
CREATE TABLE ledger_heads (
  chain_id uuid PRIMARY KEY,
  position bigint NOT NULL,
  hash text NOT NULL
);
CREATE TABLE ledger_entries (
  chain_id uuid NOT NULL,
  position bigint NOT NULL CHECK (position >= 1),
  -- Exactly the object that was hashed; canonical JSON of it and the hash before make `hash`.
  entry jsonb NOT NULL,
  hash text NOT NULL,
  PRIMARY KEY (chain_id, position)
);

-- Doors of a demo installation, one a role.
CREATE TABLE demo_cards (
  card text PRIMARY KEY,
  ordinal int NOT NULL,
  membership_id uuid NOT NULL REFERENCES memberships,
  about jsonb NOT NULL,
  path text NOT NULL
);
