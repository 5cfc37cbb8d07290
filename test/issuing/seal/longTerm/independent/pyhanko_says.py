"""pyhanko_says.py INSTANT DOCUMENT LIST CERTIFICATE...: what pyHanko says of a document at an instant, with those certificates trusted, no
network, and the list of revoked certificates that the newest authority of time gives then."""

import asyncio
import logging
import sys
from datetime import datetime, timedelta

from asn1crypto import crl
from freezegun import freeze_time
from pyhanko.keys import load_cert_from_pemder
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation.ades import ades_lta_validation
from pyhanko.sign.validation.policy_decl import (
    LocalKnowledge,
    PdfSignatureValidationSpec,
    RevinfoOnlineFetchingRule,
    RevocationInfoGatheringSpec,
    SignatureValidationSpec,
)
from pyhanko_certvalidator.context import CertValidationPolicySpec
from pyhanko_certvalidator.ltv.types import ValidationTimingInfo
from pyhanko_certvalidator.policy_decl import (
    REQUIRE_REVINFO,
    CertRevTrustPolicy,
    FreshnessReqType,
)
from pyhanko_certvalidator.registry import SimpleTrustManager
from pyhanko_certvalidator.revinfo.archival import CRLContainer

logging.disable()
instant, document, newest, *trusted = sys.argv[1:]
at = datetime.fromisoformat(instant)
fresh = CertRevTrustPolicy(
    REQUIRE_REVINFO,
    freshness=timedelta(days=10),
    freshness_req_type=FreshnessReqType.MAX_DIFF_REVOCATION_VALIDATION,
    retroactive_revinfo=True,
)
policy = CertValidationPolicySpec(
    trust_manager=SimpleTrustManager.build([load_cert_from_pemder(one) for one in trusted]),
    revinfo_policy=fresh,
)
with open(newest, "rb") as file:
    lists = [CRLContainer(crl.CertificateList.load(file.read()))]
spec = SignatureValidationSpec(
    cert_validation_policy=policy,
    ts_cert_validation_policy=policy,
    local_knowledge=LocalKnowledge(known_crls=lists),
    revinfo_gathering_policy=RevocationInfoGatheringSpec(
        online_fetching_rule=RevinfoOnlineFetchingRule.LOCAL_ONLY
    ),
)
timing = ValidationTimingInfo(validation_time=at, best_signature_time=at, point_in_time_validation=True)
with open(document, "rb") as file, freeze_time(at):
    signatures = PdfFileReader(file).embedded_signatures
    said = asyncio.run(ades_lta_validation(signatures[0], PdfSignatureValidationSpec(spec), timing_info=timing))
print(said.ades_subindic, said.best_signature_time, f"{len(signatures) - 1} time-stamps")
if said.api_status:
    print(said.api_status.pretty_print_details())
if said.failure_msg:
    print(said.failure_msg)
