using FaireAvec.Accompagnement.Domain.Personnes;
using FsCheck;
using FsCheck.Fluent;

namespace FaireAvec.Tests.Unit.Accompagnement.Personnes;

public class NumeroDeCarteTests
{
    private static readonly string[] Numeros = [.. Enumerable.Range(0, 400).Select(_ => NumeroDeCarte.Nouveau().Valeur)];

    [Fact]
    public void L_alphabet_a_32_signes_sans_ceux_qui_se_confondent()
    {
        Assert.Equal(32, AlphabetDesCartes.Signes.Distinct().Count());
        Assert.DoesNotContain(AlphabetDesCartes.Signes, c => c is 'I' or 'L' or 'O' or 'U');
    }

    [Fact]
    public void Un_numero_neuf_se_relit_et_se_presente_en_deux_fois_quatre()
    {
        foreach (var numero in Numeros)
        {
            Assert.Equal(numero, NumeroDeCarte.Lire(numero)!.Value.Valeur);
            Assert.Equal($"{numero[..4]}-{numero[4..]}", NumeroDeCarte.Lire(numero)!.Value.Presente);
        }
    }

    [Fact]
    public void Un_seul_signe_faux_se_voit_quel_qu_il_soit()
    {
        foreach (var numero in Numeros)
        {
            for (var i = 0; i < numero.Length; i++)
            {
                foreach (var signe in AlphabetDesCartes.Signes.Where(s => s != numero[i]))
                {
                    Assert.Null(NumeroDeCarte.Lire($"{numero[..i]}{signe}{numero[(i + 1)..]}"));
                }
            }
        }
    }

    [Fact]
    public void Deux_voisins_differents_intervertis_se_voient_ou_qu_ils_soient()
    {
        foreach (var numero in Numeros)
        {
            for (var i = 0; i + 1 < numero.Length; i++)
            {
                if (numero[i] != numero[i + 1])
                {
                    Assert.Null(NumeroDeCarte.Lire($"{numero[..i]}{numero[i + 1]}{numero[i]}{numero[(i + 2)..]}"));
                }
            }
        }
    }

    // The sum is linear: what one wrong sign or one swap adds to it depends on neither the other signs nor the number. All the differences, at all the places, are tried.
    [Fact]
    public void Aucune_difference_d_un_signe_ni_d_un_echange_ne_laisse_la_somme_a_zero()
    {
        for (var place = 0; place < NumeroDeCarte.Longueur - 1; place++)
        {
            for (var difference = 1; difference < AlphabetDesCartes.Signes.Length; difference++)
            {
                var une = new string('0', place) + AlphabetDesCartes.Signes[difference] + new string('0', NumeroDeCarte.Longueur - 2 - place);
                Assert.NotEqual('0', AlphabetDesCartes.Controle(une));
                if (place + 1 < NumeroDeCarte.Longueur - 1)
                {
                    var deux = new string('0', place) + AlphabetDesCartes.Signes[difference] + AlphabetDesCartes.Signes[difference] + new string('0', NumeroDeCarte.Longueur - 3 - place);
                    Assert.NotEqual('0', AlphabetDesCartes.Controle(deux));
                }
                else
                {
                    // The last sign and its check: swapping them keeps the sum only when the check's share is the sign's own.
                    Assert.NotEqual(AlphabetDesCartes.Signes[difference], AlphabetDesCartes.Controle(une));
                }
            }
        }
    }

    [Theory]
    [InlineData(" {0} ")]
    [InlineData("{0}\n")]
    public void Les_espaces_autour_passent(string forme)
    {
        foreach (var numero in Numeros.Take(50))
        {
            Assert.NotNull(NumeroDeCarte.Lire(string.Format(System.Globalization.CultureInfo.InvariantCulture, forme, numero)));
        }
    }

    [Fact]
    public void Minuscules_espaces_tirets_O_I_et_L_sont_compris()
    {
        foreach (var numero in Numeros)
        {
            var dicte = string.Join(' ', numero.ToLowerInvariant().Chunk(2).Select(c => new string(c))).Replace('0', 'o');
            Assert.Equal(numero, NumeroDeCarte.Lire(dicte)!.Value.Valeur);
            Assert.Equal(numero, NumeroDeCarte.Lire($"{numero[..4]}\u2011{numero[4..]}".Replace('1', 'l'))!.Value.Valeur);
            Assert.Equal(numero, NumeroDeCarte.Lire($"{numero[..4]}–{numero[4..]}".Replace('1', 'I').Replace('0', 'O'))!.Value.Valeur);
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("        ")]
    [InlineData("K7PD2RW")]
    [InlineData("K7PD2RWXX")]
    [InlineData("K7PD-2RWÉ")]
    [InlineData("UUUUUUUU")]
    [InlineData("K7PD2RWX00000000000000000000000000000000000000000000")]
    public void Ce_qui_n_est_pas_un_numero_n_en_est_pas_un(string? saisie) => Assert.Null(NumeroDeCarte.Lire(saisie));

    [Fact]
    public void Rien_de_ce_qu_on_tape_ne_fait_tomber_la_lecture() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), saisie =>
            (NumeroDeCarte.Lire(saisie) is not { } n || n.Valeur.Length == NumeroDeCarte.Longueur) && (SecretDeCarte.Lire(saisie) is not { } s || s.Valeur.Length == SecretDeCarte.Longueur)).QuickCheckThrowOnFailure();

    [Fact]
    public void Le_secret_ne_se_montre_pas_par_megarde()
    {
        var secret = SecretDeCarte.Nouveau();
        Assert.DoesNotContain(secret.Valeur, $"{secret}", StringComparison.Ordinal);
        Assert.Equal(secret, SecretDeCarte.Lire(secret.Presente.ToLowerInvariant()));
    }
}
