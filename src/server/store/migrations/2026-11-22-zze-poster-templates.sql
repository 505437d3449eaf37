-- 海报模板: an office's own designs as data, every version kept; what was made in one can be drawn again the same.
CREATE TABLE poster_templates (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisations,
  version int NOT NULL CHECK (version > 0),
  -- Offered no more; what was made in it keeps it.
  deleted_at timestamptz
);
CREATE INDEX poster_templates_by_office ON poster_templates (organisation_id);
CREATE TABLE poster_template_versions (
  template_id uuid NOT NULL REFERENCES poster_templates,
  version int NOT NULL,
  template jsonb NOT NULL,
  saved_by uuid NOT NULL REFERENCES accounts,
  saved_at timestamptz NOT NULL,
  PRIMARY KEY (template_id, version)
);
-- Backgrounds and emblems, drawn anew; the file as it came is not kept.
CREATE TABLE poster_art (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL REFERENCES organisations,
  kind text NOT NULL CHECK (kind IN ('background', 'emblem')),
  name text NOT NULL,
  sha256 text NOT NULL REFERENCES blobs,
  width int NOT NULL,
  height int NOT NULL,
  -- The darkest and lightest hundredth of red, green and blue.
  low int[] NOT NULL CHECK (cardinality(low) = 3),
  high int[] NOT NULL CHECK (cardinality(high) = 3),
  added_by uuid NOT NULL REFERENCES accounts,
  added_at timestamptz NOT NULL
);
CREATE INDEX poster_art_by_office ON poster_art (organisation_id);
CREATE INDEX poster_art_by_file ON poster_art (sha256);

ALTER TABLE poster_sets ADD COLUMN template_id uuid, ADD COLUMN template_version int,
  ADD CHECK ((template_id IS NULL) = (template_version IS NULL)),
  ADD FOREIGN KEY (template_id, template_version) REFERENCES poster_template_versions;
-- Which part of the portrait is shown; null: as the design has it.
ALTER TABLE posters ADD COLUMN crop jsonb;
