import { QueryClientProvider } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, it, vi } from "vitest";
import { makeQueryClient, useAction } from "./queries";

const client = makeQueryClient();
const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>;

it("does an action once when it is pressed twice, and again when it is pressed later", async () => {
  const send = vi.fn(() => Promise.resolve("kept"));
  const { result } = renderHook(() => useAction(send), { wrapper });
  const press = () => result.current.run();
  await act(async () => expect(await Promise.all([press(), press()])).toEqual([true, true]));
  expect(send).toHaveBeenCalledTimes(1);
  await act(async () => expect(await press()).toBe(true));
  expect(send).toHaveBeenCalledTimes(2);
});

it("can be tried again after it failed", async () => {
  const send = vi.fn(() => Promise.reject(new Error("network")));
  const { result } = renderHook(() => useAction(send), { wrapper });
  await act(async () => expect(await result.current.run()).toBe(false));
  await act(async () => expect(await result.current.run()).toBe(false));
  expect(send).toHaveBeenCalledTimes(2);
});

it("is under way until the next page is there, so that a late press does nothing twice", async () => {
  const send = vi.fn(() => Promise.resolve("kept"));
  let arrive = () => {};
  const done = () => new Promise<void>((resolve) => { arrive = resolve; });
  const { result } = renderHook(() => useAction(send, { done }), { wrapper });
  await act(async () => { void result.current.run(); await Promise.resolve(); });
  await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(1));
  expect(result.current.pending).toBe(true);
  const late = result.current.run();
  await act(async () => { arrive(); expect(await late).toBe(true); });
  expect(send).toHaveBeenCalledTimes(1);
});
