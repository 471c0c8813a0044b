-- Why a return's tables are coarser than they were chosen: JSON with what went wrong and, where one is known, the figure; empty when they are not.
ALTER TABLE annual_returns ADD COLUMN coarser_because TEXT NOT NULL DEFAULT '';
