#pragma once
// The joint ledger as both programs tell it.

#include "access/work.h"
#include "http/router.h"
#include "statistics/ledger/joint_store.h"

namespace homeward::statistics {

/// A page of the ledger, newest first; `?below=` a position, `?limit=` up to 100. Each line's signatures are checked anew.
Result<http::Reply> ledger_page(access::Work& work, const http::Request& request, const exchange::Membership& members);
/// Holds steps against each other and against the manifest, `?from=` a position, so many at a time that a page can show how far it is.
Result<http::Reply> ledger_check(access::Work& work, const http::Request& request, const exchange::Membership& members);
/// The whole ledger, as `ledger_file` writes it.
Result<http::Reply> ledger_download(access::Work& work, const exchange::Membership& members);

}  // namespace homeward::statistics
