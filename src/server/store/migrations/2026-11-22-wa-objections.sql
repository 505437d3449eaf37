-- 异议 and 更正 during a public notice. Who objects lies sealed; nothing here names that person in the open.
CREATE TABLE objections (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  number int NOT NULL,
  track text NOT NULL CHECK (track IN ('objection','correction')),
  -- About whom.
  nomination_id uuid NOT NULL REFERENCES nominations,
  -- 实名; false: 匿名. A correction asks nobody's name.
  named boolean NOT NULL,
  said text NOT NULL CHECK (said <> ''),
  -- Of a correction: which part of the list, and as it should read.
  part text CHECK (part IN ('name','employer','post')),
  reads text,
  -- Name, contact and the salt of what the ledger keeps, by the installation's key.
  sealed bytea NOT NULL,
  -- Of the receipt code: a keyed hash.
  code_hash bytea NOT NULL UNIQUE,
  received_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('received','investigating','proposed','decided')),
  -- null: nobody has decided yet.
  serious boolean,
  triage_reason text NOT NULL DEFAULT '',
  handler_id uuid REFERENCES accounts,
  outcome text CHECK (outcome IN ('upheld','partly','notUpheld','outOfScope','corrected','notCorrected')),
  findings text NOT NULL DEFAULT '',
  -- Read by whoever objected, by the code.
  answer text NOT NULL DEFAULT '',
  proposed_by uuid REFERENCES accounts,
  confirmed_by uuid REFERENCES accounts,
  decided_at timestamptz,
  -- What became of the place of a candidate who is out: somebody next in line on public notice, or nobody.
  place text CHECK (place IN ('next','empty')),
  place_reason text NOT NULL DEFAULT '',
  UNIQUE (campaign_id, number),
  CHECK ((track = 'correction') = (part IS NOT NULL)),
  CHECK ((part IS NULL) = (reads IS NULL)),
  CHECK ((state = 'decided') = (decided_at IS NOT NULL)),
  CHECK (state NOT IN ('proposed','decided') OR (outcome IS NOT NULL AND proposed_by IS NOT NULL AND answer <> '')),
  -- Two persons: what is serious, and what takes a candidate out.
  CHECK (state <> 'decided' OR track = 'correction' OR ((serious IS FALSE) AND outcome <> 'upheld') OR (confirmed_by IS NOT NULL AND confirmed_by <> proposed_by))
);
CREATE INDEX objections_by_nomination ON objections (nomination_id);

-- What was done about it, in order.
CREATE TABLE objection_steps (
  id uuid PRIMARY KEY,
  objection_id uuid NOT NULL REFERENCES objections,
  kind text NOT NULL CHECK (kind IN ('asked','came','note','handed','sentBack','reopened','released')),
  said text NOT NULL CHECK (said <> ''),
  by uuid NOT NULL REFERENCES accounts,
  at timestamptz NOT NULL
);
CREATE INDEX objection_steps_by_objection ON objection_steps (objection_id, at);

-- What a unit is asked in the handler's own words, and says.
CREATE TABLE objection_statements (
  id uuid PRIMARY KEY,
  objection_id uuid NOT NULL REFERENCES objections,
  nomination_id uuid NOT NULL REFERENCES nominations,
  question text NOT NULL CHECK (question <> ''),
  asked_by uuid NOT NULL REFERENCES accounts,
  asked_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  said text NOT NULL DEFAULT '',
  said_by uuid REFERENCES accounts,
  said_at timestamptz,
  CHECK ((said_at IS NULL) = (said = '')),
  CHECK ((said_at IS NULL) = (said_by IS NULL))
);
CREATE INDEX objection_statements_by_nomination ON objection_statements (nomination_id);
CREATE INDEX objection_statements_by_objection ON objection_statements (objection_id);

-- Evidence, whole and sealed: its name and its bytes may say who objects.
CREATE TABLE objection_evidence (
  id uuid PRIMARY KEY,
  objection_id uuid NOT NULL REFERENCES objections,
  media_type text NOT NULL CHECK (media_type IN ('application/pdf','image/jpeg','image/png')),
  bytes int NOT NULL CHECK (bytes > 0),
  sealed bytea NOT NULL,
  added_at timestamptz NOT NULL
);
CREATE INDEX objection_evidence_by_objection ON objection_evidence (objection_id);

-- How many came from one network on one day, by a keyed hash; bound to no objection and gone after two days.
CREATE TABLE objection_senders (
  mark bytea NOT NULL,
  day date NOT NULL,
  sent int NOT NULL,
  PRIMARY KEY (mark, day)
);

-- 补充公示: one person for whom a place became free, for a term of the own.
CREATE TABLE supplementary_notices (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  nomination_id uuid NOT NULL UNIQUE REFERENCES nominations,
  objection_id uuid NOT NULL UNIQUE REFERENCES objections,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  days jsonb NOT NULL,
  person jsonb NOT NULL
);
CREATE INDEX supplementary_notices_by_campaign ON supplementary_notices (campaign_id, starts_at);
