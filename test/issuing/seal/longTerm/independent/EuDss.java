import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import java.io.File;
import java.time.Instant;
import java.util.Date;

/** EuDss INSTANT DOCUMENT CERTIFICATE...: what EU DSS says of a document at an instant, with those certificates trusted, and no network. */
public class EuDss {
  public static void main(String[] given) {
    var trusted = new CommonTrustedCertificateSource();
    for (int i = 2; i < given.length; i++) trusted.addCertificate(DSSUtils.loadCertificate(new File(given[i])));
    var verifier = new CommonCertificateVerifier();
    verifier.setTrustedCertSources(trusted);
    var validator = SignedDocumentValidator.fromDocument(new FileDocument(given[1]));
    validator.setCertificateVerifier(verifier);
    validator.setValidationTime(Date.from(Instant.parse(given[0])));
    SimpleReport report = validator.validateDocument().getSimpleReport();
    for (String id : report.getSignatureIdList()) {
      System.out.println(report.getIndication(id) + " " + report.getSignatureFormat(id));
      report.getAdESValidationErrors(id).forEach(error -> System.out.println("error: " + error.getValue()));
      for (var stamp : report.getSignatureTimestamps(id)) System.out.println("time-stamp " + stamp.getIndication());
    }
  }
}
