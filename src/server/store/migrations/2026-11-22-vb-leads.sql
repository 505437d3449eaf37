-- 典型线索: whom somebody holds worth nominating. It is with a unit, or with the office while nobody knows which.
CREATE TABLE leads (
  id uuid PRIMARY KEY,
  -- By whose notice it was reported; it may become a nomination of a later campaign.
  campaign_id uuid NOT NULL REFERENCES campaigns,
  office_id uuid NOT NULL REFERENCES organisations,
  unit_id uuid REFERENCES organisations,
  -- The office in between that passed it on.
  through_id uuid REFERENCES organisations,
  state text NOT NULL CHECK (state IN ('new','seen','passed','takenUp','declined')),
  candidate_name text NOT NULL CHECK (candidate_name <> ''),
  employer text NOT NULL DEFAULT '',
  post text NOT NULL DEFAULT '',
  deeds text NOT NULL DEFAULT '',
  sources text NOT NULL DEFAULT '',
  -- How the person is reached, and who reported: sealed like ID number and phone.
  sealed bytea,
  source text NOT NULL CHECK (source IN ('person','public')),
  reported_by uuid REFERENCES accounts,
  reported_at timestamptz NOT NULL,
  changed_at timestamptz NOT NULL,
  reason text NOT NULL DEFAULT '',
  -- Of the code by which whoever reported it hears what became of it: a keyed hash.
  code_hash bytea NOT NULL UNIQUE,
  nomination_id uuid REFERENCES nominations,
  CHECK ((source = 'person') = (reported_by IS NOT NULL)),
  CHECK ((state = 'takenUp') = (nomination_id IS NOT NULL)),
  CHECK ((state = 'declined') = (reason <> ''))
);
CREATE INDEX leads_by_unit ON leads (unit_id, reported_at);
CREATE INDEX leads_by_office ON leads (office_id, reported_at);
CREATE INDEX leads_by_nomination ON leads (nomination_id) WHERE nomination_id IS NOT NULL;
CREATE INDEX leads_by_account ON leads (reported_by, reported_at) WHERE reported_by IS NOT NULL;
