-- 由服务器转换: a film that breaks the rules and that no browser converts, made fit by a program of this machine.
-- Sent for that alone: it becomes no material by itself.
ALTER TABLE uploads ADD COLUMN to_convert boolean NOT NULL DEFAULT false;

CREATE TABLE film_conversions (
  -- The original lies under this name until the matter is over, where it is no material.
  id uuid PRIMARY KEY,
  nomination_id uuid NOT NULL REFERENCES nominations,
  material_id text NOT NULL CHECK (material_id <> ''),
  -- What it is made of: an upload, or a material that stands.
  upload_id uuid UNIQUE REFERENCES uploads,
  file_id uuid,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  bytes bigint NOT NULL CHECK (bytes >= 0),
  name text NOT NULL CHECK (name <> ''),
  facts jsonb NOT NULL,
  asked_by uuid NOT NULL REFERENCES accounts,
  asked_at timestamptz NOT NULL,
  job_id uuid NOT NULL REFERENCES jobs,
  -- What it is to become.
  width int NOT NULL CHECK (width > 0),
  height int NOT NULL CHECK (height > 0),
  bits_a_second int NOT NULL CHECK (bits_a_second > 0),
  -- How often it was begun, since when (real time) and how far it is, 0–1.
  tries int NOT NULL DEFAULT 0,
  begun_at timestamptz,
  share real NOT NULL DEFAULT 0 CHECK (share BETWEEN 0 AND 1),
  made_at timestamptz,
  made_sha256 text REFERENCES blobs,
  made_bytes bigint,
  made_facts jsonb,
  failed_at timestamptz,
  failure text CHECK (failure IN ('heavy','broken','unlike','unfit','full','absent','gone','unexpected')),
  findings jsonb NOT NULL DEFAULT '[]',
  ended_at timestamptz,
  ended text CHECK (ended IN ('taken','dropped','expired')),
  CONSTRAINT of_upload_or_material CHECK ((upload_id IS NULL) <> (file_id IS NULL)),
  CONSTRAINT made_whole CHECK ((made_at IS NULL) = (made_sha256 IS NULL) AND (made_at IS NULL) = (made_bytes IS NULL) AND (made_at IS NULL) = (made_facts IS NULL)),
  CONSTRAINT made_or_failed CHECK (made_at IS NULL OR failure IS NULL),
  CONSTRAINT failed_whole CHECK ((failure IS NULL) = (failed_at IS NULL)),
  CONSTRAINT ended_whole CHECK ((ended IS NULL) = (ended_at IS NULL)),
  CONSTRAINT taken_when_made CHECK (ended IS DISTINCT FROM 'taken' OR made_at IS NOT NULL)
);
CREATE INDEX film_conversions_by_nomination ON film_conversions (nomination_id, asked_at);
CREATE INDEX film_conversions_by_sum ON film_conversions (sha256);
CREATE INDEX film_conversions_by_made ON film_conversions (made_sha256);
CREATE INDEX film_conversions_open ON film_conversions (asked_at) WHERE ended IS NULL;
-- The same bytes are converted once at a time for one nomination.
CREATE UNIQUE INDEX film_conversions_once ON film_conversions (nomination_id, material_id, sha256) WHERE ended IS NULL;
