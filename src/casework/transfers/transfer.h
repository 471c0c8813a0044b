#pragma once
// A file handed over to another worker, district or region.

#include "casework/case_file.h"
#include "casework/tasks.h"

namespace homeward::casework {

struct TransferTag;
using TransferId = Id<TransferTag>;

enum class TransferState { waiting, accepted, refused, withdrawn };

struct Transfer {
    TransferId id;
    CaseId case_id;
    people::PersonId person_id;
    std::optional<access::AccountId> from_account;
    std::string from_region, from_district;
    std::string to_region, to_district;
    std::optional<access::AccountId> to_account;  ///< who was asked; once accepted, whose it is
    std::string note;                             ///< what the new worker must know
    access::AccountId proposed_by;
    Instant proposed_at;
    TransferState state = TransferState::waiting;
    std::optional<access::AccountId> decided_by;
    std::optional<Instant> decided_at;
    bool own_work = false;
    std::string reason;                           ///< of a refusal
};

/// to_account   who is asked to take the file; without one, a supervisor of the region finds a worker
struct NewTransfer {
    std::string to_region;
    std::string to_district;
    std::optional<access::AccountId> to_account;
    std::string note;
};

/// Proposes to hand a file over. It stays where it is until it is accepted.
///
/// errors    not_found; forbidden; conflict `case.closed`, `transfer.waiting`; invalid `transfer.note_needed`, `transfer.nowhere` for where
///           the file is already, `person.unknown_region`, `person.not_assignable`, `case.text_long`
/// source    Inter-Agency Guidelines for Case Management (2014), transfer form
Result<TransferId> propose_transfer(access::Work& work, const people::Register& people, CaseId id, const NewTransfer& given);

/// Takes the file over: from now on it is the worker's, whole, and whoever had it reads it no more.
///
/// worker    who gets it; nothing for the one who was asked
/// errors    not_found; forbidden unless the actor was asked or supervises where it goes; conflict `transfer.decided`, `transfer.own_work` for
///           who proposed it without the right to decide on their own, `case.closed`, `transfer.other_worker` where the file was given to
///           somebody else since; invalid `transfer.worker_needed`, `person.not_assignable`
Done accept_transfer(access::Work& work, people::Register& people, TransferId id, std::optional<access::AccountId> worker);
/// errors    as for accepting; invalid `transfer.reason_needed`
Done refuse_transfer(access::Work& work, TransferId id, const std::string& reason);
/// Takes a proposal back.
/// errors    not_found; forbidden unless the actor may propose one here; conflict `transfer.decided`
Done withdraw_transfer(access::Work& work, TransferId id);

/// One, for whoever reads the file or may accept it; leaves a line in the log.
Result<Transfer> read_transfer(access::Work& work, TransferId id);
/// Of a file, newest first: who had it before.
Result<std::vector<Transfer>> transfers_of(access::Work& work, const CaseFile& file);
/// One line of a list: nothing of the note.
struct TransferLine {
    TransferId id;
    CaseId case_id;
    people::PersonId person_id;
    std::optional<access::AccountId> from_account, to_account;
    std::string from_region, to_region;
    Instant proposed_at;
    TransferState state = TransferState::waiting;
    std::optional<Instant> decided_at;
};
struct TransferLines {
    std::vector<TransferLine> items;
    std::optional<TransferId> next;  ///< where the next page begins
};
/// waiting   those that wait for the actor's answer, oldest first
/// taken     those in which the actor had a part, whatever became of them, newest first: proposed, decided on, or of a file that was theirs
enum class TransfersOf { waiting, taken };
/// errors    forbidden without the right to hand over
Result<TransferLines> my_transfers(access::Work& work, TransfersOf which, std::optional<TransferId> after, int limit);

bool may_decide_transfer(const access::Actor& actor, const Transfer& transfer);
std::vector<Task> tasks_of_transfers(access::Work& work);

}  // namespace homeward::casework
