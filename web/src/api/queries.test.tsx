import { onlineManager, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { act, renderHook } from "@testing-library/react";
import type { ReactNode } from "react";
import { expect, it, vi } from "vitest";
import { Problem } from "./problem";
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
  const arrived = vi.fn(() => new Promise<void>((resolve) => { arrive = resolve; }));
  const { result } = renderHook(() => useAction(send, { done: arrived }), { wrapper });
  act(() => { void result.current.run(); });
  await vi.waitFor(() => expect(arrived).toHaveBeenCalledTimes(1));
  await vi.waitFor(() => expect(result.current.pending).toBe(true));
  const late = result.current.run();
  await act(async () => { arrive(); expect(await late).toBe(true); });
  expect(send).toHaveBeenCalledTimes(1);
});

it("does not read anew when a broken line comes back: a form stays as it was begun", async () => {
  const ask = vi.fn(() => Promise.resolve("as it was"));
  const { result } = renderHook(() => useQuery({ queryKey: ["reconnect"], queryFn: ask, staleTime: 0 }), { wrapper });
  await vi.waitFor(() => expect(result.current.data).toBe("as it was"));
  await act(async () => {
    onlineManager.setOnline(false);
    onlineManager.setOnline(true);
    await Promise.resolve();
  });
  expect(ask).toHaveBeenCalledTimes(1);
});

it("says at once that there is no line", async () => {
  onlineManager.setOnline(false);
  const { result } = renderHook(() => useAction(() => Promise.reject(new Problem(0, "network"))), { wrapper });
  await act(async () => expect(await result.current.run()).toBe(false));
  await vi.waitFor(() => expect(result.current.problem?.key).toBe("network"));
  onlineManager.setOnline(true);
});
