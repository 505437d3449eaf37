-- 隐私放行, of a file: what the gate found in one attachment, let pass by two persons for these very bytes. One byte changed is another file.
CREATE TABLE file_passes (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  sha256 text NOT NULL REFERENCES blobs,
  bytes integer NOT NULL,
  file_name text NOT NULL,
  -- What was found: kinds, how often, and how each begins; never the whole of it.
  found jsonb NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  proposed_by uuid NOT NULL REFERENCES accounts,
  proposed_at timestamptz NOT NULL,
  confirmed_by uuid REFERENCES accounts,
  confirmed_at timestamptz,
  withdrawn_at timestamptz,
  CONSTRAINT file_two_persons CHECK (confirmed_by <> proposed_by),
  CHECK ((confirmed_by IS NULL) = (confirmed_at IS NULL)),
  CHECK (confirmed_at IS NULL OR withdrawn_at IS NULL)
);
CREATE UNIQUE INDEX file_passes_once ON file_passes (campaign_id, sha256) WHERE withdrawn_at IS NULL;
CREATE INDEX file_passes_of_file ON file_passes (sha256) WHERE withdrawn_at IS NULL;
