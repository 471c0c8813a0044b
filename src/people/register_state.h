#pragma once

#include "identity/duplicate_index.h"
#include "identity/name_index.h"
#include "people/reference.h"
#include "people/register.h"
#include "people/register_table.h"
#include "people/writer_first_mutex.h"

namespace homeward::people {

struct Register::State {
    std::string code;
    Reference reference;
    mutable WriterFirstMutex mutex;
    RegisterTable table;
    identity::NameIndex names;
    identity::DuplicateIndex lookalikes;

    /// Enters a row of the table into both indexes; under the lock.
    void index(identity::Slot slot, const RegisterEntry& entry);
};

}  // namespace homeward::people
