#pragma once

#include "services/referrals/referral.h"
#include "store/connection.h"
#include "vault/vault.h"

namespace homeward::services {

/// Where the columns of a referral begin; a condition follows.
std::string referral_columns();
/// A row of them, unsealed. One whose sharing was called back is `withdrawn`.
Result<Referral> referral_from(access::Work& work, const store::Row& row);
/// errors    not_found `referral.not_found`
Result<Referral> get_referral(access::Work& work, ReferralId id);
/// The same without what the receiver may see no more.
Referral for_receiver(Referral referral);
/// The kind of thing that a field tells of, as consents speak of what is withheld; empty where it is not of the person.
std::string_view told_by(std::string_view field, std::string_view service);
Done note_referral(access::Work& work, const Referral& referral, std::string_view state, const std::string& words);

}  // namespace homeward::services
