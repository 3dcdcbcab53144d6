using FaireAvec.Comptes.Domain;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Comptes;

public class IdentificationTests
{
    [Theory]
    [InlineData("35600000000048", "35600000000048")]
    [InlineData("356 000 000 00048", "35600000000048")]
    // A place of La Poste: its digits sum to a multiple of 5 and Luhn's key is wrong.
    [InlineData("35600000049837", "35600000049837")]
    [InlineData("20005430200019", "20005430200019")]
    public void Un_siret_valable_est_garde_sans_ses_espaces(string saisi, string garde) => Assert.Equal(garde, Identification.Lire(TypeIdentification.Siret, saisi, null).Valeur);

    [Theory]
    [InlineData(null, "CPT-001")]
    [InlineData("", "CPT-001")]
    [InlineData("2000543020001", "CPT-001")]
    [InlineData("2000543020001O", "CPT-001")]
    [InlineData("20005430200018", "CPT-002")]
    [InlineData("00000000000000", "CPT-002")]
    [InlineData("٢٠٠٠٥٤٣٠٢٠٠٠١٩", "CPT-001")]
    public void Un_siret_faux_est_refuse(string? saisi, string code) => Assert.Equal(code, Identification.Lire(TypeIdentification.Siret, saisi, null).Erreur!.Code);

    [Theory]
    [InlineData("0123456", null)]
    [InlineData("0123456.001", null)]
    [InlineData("123456", "CPT-003")]
    [InlineData("12345678901", "CPT-003")]
    public void Un_ridet_a_de_7_a_10_chiffres(string saisi, string? code) => Assert.Equal(code, Identification.Lire(TypeIdentification.Ridet, saisi, null).Erreur?.Code);

    [Theory]
    [InlineData("ASSO 12", "Association de fait", null)]
    [InlineData("ASSO12", " ", "CPT-004")]
    [InlineData("", "Association de fait", "CPT-006")]
    [InlineData("é", "Association de fait", "CPT-006")]
    public void Un_numero_interne_dit_pourquoi(string saisi, string motif, string? code) => Assert.Equal(code, Identification.Lire(TypeIdentification.Interne, saisi, motif).Erreur?.Code);

    [Fact]
    public void Rien_de_ce_qu_on_tape_ne_fait_tomber_la_lecture() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), ArbMap.Default.ArbFor<string?>(), (saisi, motif) =>
            Enum.GetValues<TypeIdentification>().All(t => Identification.Lire(t, saisi, motif) is { } r && (r.Reussi ? r.Valeur.Length > 0 : r.Erreur!.Code.StartsWith("CPT-", StringComparison.Ordinal)))).QuickCheckThrowOnFailure();
}
