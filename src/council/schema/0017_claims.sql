-- Whom a public figure counts, in Russian; '' where only the definition in the source's words is known.
ALTER TABLE claims ADD COLUMN definition_ru TEXT NOT NULL DEFAULT '';
