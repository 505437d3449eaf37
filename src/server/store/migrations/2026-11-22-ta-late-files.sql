-- 分开计时与封单: when the last byte of an upload was in; and files named by their SHA-256 before they came.
ALTER TABLE uploads ADD COLUMN whole_at timestamptz;

CREATE TABLE sealed_files (
  nomination_id uuid NOT NULL REFERENCES nominations,
  material_id text NOT NULL,
  name text NOT NULL,
  bytes bigint NOT NULL CHECK (bytes > 0),
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  -- Until when the bytes may come; null: not submitted yet.
  until timestamptz,
  arrived_at timestamptz,
  PRIMARY KEY (nomination_id, material_id, sha256)
);
