#pragma once
// The parts of a demo node, in the order in which they are made.

#include <map>
#include <vector>

#include "access/accounts.h"
#include "admin/demo.h"
#include "node/wiring.h"
#include "services/provider.h"

namespace homeward::apps {

/// Someone who works in one region.
struct Staff {
    access::Actor coordinator, second_coordinator;
    std::map<std::string, std::vector<access::Actor>> workers;  ///< by region
    std::map<std::string, access::Actor> supervisors;
    std::vector<std::string> regions;  ///< the first is that of the demo sign-ins
};

/// A family of the demo, and who works with it.
struct DemoFamily {
    std::vector<people::PersonId> members;  ///< the head first, when it has one
    std::string region;
    access::Actor worker, supervisor;
    Date arrived_on;
};

constexpr std::size_t kFamiliesPerWorker = 25;

Staff make_staff(Node& node, const DemoOptions& options, std::size_t families);
std::vector<services::Provider> make_providers(Node& node, const DemoOptions& options, const Staff& staff);
/// Every person of every stage, in families, each with a social worker.
std::vector<DemoFamily> make_people(Node& node, const DemoOptions& options, const NameStock& names, const Staff& staff, Random& random);
/// Case files at every step, as the social workers would have written them.
void make_cases(Node& node, const DemoOptions& options, const std::vector<DemoFamily>& families,
                const std::vector<services::Provider>& providers, Random& random);
/// Papers asked for and answered, in the first region.
void make_papers(Node& node, const DemoOptions& options, const Staff& staff, const std::vector<DemoFamily>& families);
/// What some persons of the first region agreed to share, refused, withdrew.
void make_consents(Node& node, const DemoOptions& options, const Staff& staff, const std::vector<DemoFamily>& families);
/// Somebody whom the labour office helps withdraws their consent: the office is asked to give back what it has.
void withdraw_one(Node& node, const DemoOptions& options);
/// Care, best interests, reunification and contact of some children of the first region.
void make_children(Node& node, const DemoOptions& options, const Staff& staff, const std::vector<DemoFamily>& families);
/// Sessions, notes, incidents and complaints in some cases of the first region.
void make_notes(Node& node, const DemoOptions& options, const Staff& staff, const std::vector<DemoFamily>& families);
/// Forms answered in some files of the first region: approved, waiting, given back, begun.
void make_assessments(Node& node, const DemoOptions& options, const Staff& staff, const std::vector<DemoFamily>& families);
/// Staff of two providers sign in; referrals to them, and loans. After the consents, which decide what is shared.
void make_services(Node& node, const DemoOptions& options);
/// Case conferences ahead, held and called off, and files handed over, of the first region.
void make_meetings(Node& node, const DemoOptions& options, const Staff& staff, const std::vector<DemoFamily>& families);
/// Files and letters of some case files of the first region.
void make_casepapers(Node& node, const DemoOptions& options, const Staff& staff, const std::vector<DemoFamily>& families);
/// Lawful orders: one that the coordinator has recorded, one that waits for the data protection officer.
void make_disclosures(Node& node, const DemoOptions& options, const Staff& staff, const std::vector<DemoFamily>& families);
/// The return of last year, signed by two and released; and one of this year that waits for signatures.
void make_return(Node& node, const DemoOptions& options, const Staff& staff);
/// Reports saved by a coordinator and a supervisor; nothing is counted yet.
void make_reports(Node& node, const Staff& staff);

/// Families of one stage: how many there will be at most.
std::size_t most_families(const std::string& state);

}  // namespace homeward::apps
