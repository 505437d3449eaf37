-- The paper twin: what was read off stamped scans, by content, and the register of paper, discs and USB sticks that came in.

-- Read once for equal bytes, whoever sends them; judged anew each time it is shown.
CREATE TABLE paper_readings (
  sha256 text PRIMARY KEY REFERENCES blobs,
  reading jsonb NOT NULL,
  -- Text layers, page by page; a scan has none.
  texts jsonb NOT NULL DEFAULT '[]',
  -- Small pictures of pages and seals: [{page, seal, sha256}].
  pictures jsonb NOT NULL DEFAULT '[]',
  milliseconds int NOT NULL CHECK (milliseconds >= 0),
  read_at timestamptz NOT NULL DEFAULT clock_timestamp()
);

-- One thing that came in. A mistake is undone with its reason and stays readable.
CREATE TABLE paper_arrivals (
  id uuid PRIMARY KEY,
  campaign_id uuid NOT NULL REFERENCES campaigns,
  nomination_id uuid NOT NULL REFERENCES nominations,
  carrier text NOT NULL CHECK (carrier IN ('paper','disc','usb')),
  -- Paper is of one material; a disc or stick holds all that go on it.
  material_id text,
  copies int NOT NULL CHECK (copies BETWEEN 1 AND 99),
  -- How its version was told: by its code, by a person who compared the foot, or not at all (papers that others made).
  told_by text NOT NULL CHECK (told_by IN ('code','person','none')),
  version int CHECK (version >= 1),
  content_hash text CHECK (content_hash ~ '^[0-9a-f]{20}$'),
  received_at timestamptz NOT NULL,
  received_by uuid NOT NULL REFERENCES accounts,
  undone_at timestamptz,
  undone_by uuid REFERENCES accounts,
  undo_reason text CHECK (undo_reason <> ''),
  CONSTRAINT paper_of_a_material CHECK ((carrier = 'paper') = (material_id IS NOT NULL)),
  CONSTRAINT code_tells_version CHECK ((told_by = 'code') = (content_hash IS NOT NULL)),
  CONSTRAINT undone_by_somebody_for_a_reason CHECK ((undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undo_reason IS NULL))
);
CREATE INDEX paper_arrivals_by_campaign ON paper_arrivals (campaign_id, nomination_id, received_at);
