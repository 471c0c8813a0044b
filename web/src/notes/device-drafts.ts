// What is half-written on this device: sealed under a key that a session alone is given, and gone with the sign-out.
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { api, body } from "../api/node";
import { useSession } from "../session/session";
import { DRAFT_PREFIX, mayKeep } from "../session/kept-on-device";

const MOST_HOURS = 72;
const bytes = (text: string) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));
const text = (data: Uint8Array) => btoa(String.fromCharCode(...data));

/** Whether this browser can keep anything: without a safe connection it has no cipher. */
export const canKeep = (): boolean => typeof globalThis.crypto?.subtle?.encrypt === "function";

async function sealed(key: CryptoKey, place: string, value: object): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify({ at: Date.now(), value }));
  const cipher = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(place) }, key, plain);
  return `${text(iv)}.${text(new Uint8Array(cipher))}`;
}

/** Null for what is not there, is too old, or was sealed under another account's key. */
async function opened<Value>(key: CryptoKey, place: string): Promise<Value | null> {
  const [iv, cipher] = (localStorage.getItem(place) ?? "").split(".");
  if (!iv || !cipher) return null;
  try {
    const plain = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes(iv), additionalData: new TextEncoder().encode(place) }, key, bytes(cipher));
    const { at, value } = JSON.parse(new TextDecoder().decode(plain)) as { at: number; value: Value };
    if (Date.now() - at < MOST_HOURS * 3_600_000) return value;
  } catch {
    // Another's, or broken: of no use to anybody.
  }
  localStorage.removeItem(place);
  return null;
}

async function askKey(): Promise<CryptoKey> {
  const { key } = await body(api.GET("/api/draft-key"));
  return crypto.subtle.importKey("raw", bytes(key), "AES-GCM", false, ["encrypt", "decrypt"]);
}

export interface DeviceDraft<Value> {
  /** Undefined while it is looked for; null when nothing is kept. */
  found: Value | null | undefined;
  keep: (value: Value) => void;
  forget: () => void;
}

/** A draft of one name, of whoever is signed in. Each change is kept a moment later. */
export function useDeviceDraft<Value extends object>(name: string): DeviceDraft<Value> {
  const account = useSession().session?.account.username ?? "";
  const place = `${DRAFT_PREFIX}${account}.${name}`;
  const key = useQuery({ queryKey: ["draft-key", account], queryFn: askKey, staleTime: Infinity, gcTime: Infinity, enabled: canKeep() });
  const draft = useQuery({
    queryKey: ["draft", place], queryFn: () => (key.data ? opened<Value>(key.data, place) : null), enabled: Boolean(key.data), staleTime: 0, gcTime: 0,
  });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef<Value | null>(null);
  const write = async () => {
    clearTimeout(timer.current);
    const value = latest.current;
    if (!value || !key.data) return;
    const words = await sealed(key.data, place, value);
    // What was sent or thrown away while it was being sealed stays away.
    if (latest.current && mayKeep()) localStorage.setItem(place, words);
  };
  const writing = useRef(write);
  writing.current = write;
  useEffect(() => {
    const now = () => void writing.current();
    addEventListener("pagehide", now);
    document.addEventListener("visibilitychange", now);
    return () => {
      removeEventListener("pagehide", now);
      document.removeEventListener("visibilitychange", now);
      now();
    };
  }, []);
  const unable = !canKeep() || key.isError;
  return {
    found: unable ? null : draft.data,
    keep: (value) => {
      latest.current = value;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void writing.current(), 250);
    },
    forget: () => {
      latest.current = null;
      clearTimeout(timer.current);
      localStorage.removeItem(place);
    },
  };
}
