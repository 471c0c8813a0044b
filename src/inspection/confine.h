#pragma once
// What the process that looks into a file may still do. Called before the first byte of the file is understood.

namespace homeward::inspection {

/// 20 s of processor, 1 GiB of memory, no file written, no core, no new privileges; ends with its parent.
/// Throws std::runtime_error when the system refuses one of them.
void limit_resources();

/// From now on this process may use memory, read and write what is open, and end. Any other call to the system ends
/// it. Landlock, where the kernel has it, closes the file system as well.
void confine_to_memory();

/// For a program that is about to take this one's place: it may read its libraries, letters and settings and nothing
/// else (Landlock, where the kernel has it), opens nothing for writing, no network, starts no other program.
void confine_to_reading();

}  // namespace homeward::inspection
