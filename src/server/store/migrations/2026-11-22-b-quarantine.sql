-- 涉密隔离: a file that bears a marking is kept apart until two persons of the office have decided about it.
ALTER TABLE uploads DROP CONSTRAINT uploads_state_check;
ALTER TABLE uploads ADD CONSTRAINT uploads_state_check CHECK (state IN ('receiving','inspecting','kept','refused','quarantined'));

CREATE TABLE quarantine (
  -- The upload's own; its bytes lie under this name, apart from all other files.
  id uuid PRIMARY KEY REFERENCES uploads,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  nomination_id uuid NOT NULL REFERENCES nominations,
  material_id text NOT NULL,
  -- Whose it was: an account's, or another office's that holds a link.
  sent_by uuid REFERENCES accounts,
  request_id uuid REFERENCES opinion_requests,
  -- By which the same bytes are known again, also when they are long gone.
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint NOT NULL CHECK (bytes >= 0),
  -- Gone when the matter is over: a name may tell much.
  name text,
  -- Which marking on which page; of the text around it nothing.
  markings jsonb NOT NULL,
  found_at timestamptz NOT NULL,
  reported_at timestamptz,
  reported_by uuid REFERENCES accounts,
  reported_to text,
  decision text CHECK (decision IN ('release','purge')),
  reason text,
  decided_at timestamptz,
  decided_by uuid REFERENCES accounts,
  confirmed_at timestamptz,
  confirmed_by uuid REFERENCES accounts,
  -- Carried out: the bytes are on their ordinary way, or nowhere.
  done_at timestamptz,
  removed jsonb,
  CONSTRAINT sent_by_somebody CHECK (sent_by IS NOT NULL OR request_id IS NOT NULL),
  CONSTRAINT two_persons CHECK (confirmed_by <> decided_by),
  CONSTRAINT decided_whole CHECK ((decision IS NULL) = (decided_at IS NULL) AND (decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (reason IS NULL)),
  CONSTRAINT confirmed_after CHECK ((confirmed_at IS NULL) = (confirmed_by IS NULL) AND (confirmed_at IS NULL OR decided_at IS NOT NULL)),
  CONSTRAINT done_after CHECK (done_at IS NULL OR confirmed_at IS NOT NULL AND name IS NULL),
  CONSTRAINT reported_before_purge CHECK (decision IS DISTINCT FROM 'purge' OR reported_at IS NOT NULL)
);
CREATE INDEX quarantine_by_campaign ON quarantine (campaign_id, found_at);
CREATE INDEX quarantine_by_nomination ON quarantine (nomination_id);
CREATE INDEX quarantine_by_size ON quarantine (bytes);
CREATE INDEX quarantine_by_sum ON quarantine (sha256);
