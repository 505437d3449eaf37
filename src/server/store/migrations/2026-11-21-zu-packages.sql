-- 材料打包: whole dossiers as one zip, made by a job, kept a few days for the person who asked, then removed.
CREATE TABLE packages (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  -- Of one nomination; null: of several of the campaign.
  nomination_id uuid REFERENCES nominations,
  which text NOT NULL CHECK (which IN ('one','standing','accepted','own')),
  -- It is this person's alone, in this organisation.
  account_id uuid NOT NULL REFERENCES accounts,
  organisation_id uuid NOT NULL REFERENCES organisations,
  job_id uuid NOT NULL REFERENCES jobs,
  file_name text NOT NULL CHECK (file_name <> ''),
  asked_at timestamptz NOT NULL,
  -- Bytes of the materials, and how many of them are in; the page shows how far it is.
  content_bytes bigint NOT NULL,
  written_bytes bigint NOT NULL DEFAULT 0,
  -- How much of the file on disk holds: what lies behind was not committed.
  ends_at bigint NOT NULL DEFAULT 0,
  made_at timestamptz,
  expires_at timestamptz,
  manifest_sha256 text CHECK (manifest_sha256 ~ '^[0-9a-f]{64}$'),
  failure text CHECK (failure IN ('storageFull')),
  removed_at timestamptz,
  CONSTRAINT of_one_nomination CHECK ((which = 'one') = (nomination_id IS NOT NULL)),
  CONSTRAINT whole_when_made CHECK ((made_at IS NULL) = (expires_at IS NULL) AND (made_at IS NULL) = (manifest_sha256 IS NULL))
);
CREATE INDEX packages_by_account ON packages (campaign_id, account_id, asked_at);
CREATE INDEX packages_to_remove ON packages (asked_at) WHERE removed_at IS NULL;

-- Whose dossiers, in the order of the index.
CREATE TABLE package_nominations (
  package_id uuid NOT NULL REFERENCES packages,
  ordinal int NOT NULL CHECK (ordinal >= 1),
  nomination_id uuid NOT NULL REFERENCES nominations,
  -- What the index says of it, once it is in.
  about jsonb,
  PRIMARY KEY (package_id, ordinal)
);

-- What is in it, and what is not and why; the index and the records of the zip are written from here.
CREATE TABLE package_files (
  package_id uuid NOT NULL REFERENCES packages,
  number int NOT NULL CHECK (number >= 1),
  ordinal int,
  path text NOT NULL,
  bytes bigint NOT NULL,
  sha256 text NOT NULL,
  crc bigint,
  at bigint,
  modified_at timestamptz NOT NULL,
  lack text CHECK (lack IN ('gone','damaged','unmade')),
  about jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (package_id, number),
  CONSTRAINT there_or_lacking CHECK ((lack IS NULL) = (at IS NOT NULL) AND (lack IS NULL) = (crc IS NOT NULL))
);
