using System.Globalization;
using System.Text.RegularExpressions;
using FaireAvec.Cartographie.Domain;
using FaireAvec.Contracts.Territoires;

namespace FaireAvec.Cartographie.Nettoyage;

/// <summary>
/// Makes the postal code, the INSEE code and the name of a commune agree. Three witnesses: two that agree win over the third; a witness alone is
/// believed when it names one commune only; when two communes remain, nothing is changed and both are suggested. The order is in README.md.
/// </summary>
internal sealed partial class ReconciliationCommune(ITerritoires territoires)
{
    private const string ChampCode = "code_postal";
    private const string ChampInsee = "code_insee";
    private const string ChampCommune = "commune";

    private const int SuggestionsMax = 5;

    private static readonly HashSet<string> VillesAArrondissements = new(StringComparer.Ordinal) { "75056", "69123", "13055" };

    /// <summary>Cleans the three columns together.</summary>
    /// <param name="codePostal">As written.</param>
    /// <param name="codeInsee">As written.</param>
    /// <param name="commune">As written.</param>
    /// <param name="adresse">The street: may hold the postal code.</param>
    /// <param name="departement">Département where the source works, when the row doesn't say.</param>
    /// <param name="position">Where the place is, when it is known: tells between two communes of the same name.</param>
    public Nettoye<Localite> Nettoyer(string? codePostal, string? codeInsee, string? commune, string? adresse = null, string? departement = null, Position? position = null)
    {
        var releve = new Releve();
        var (cp, insee, nom) = (Coupe(codePostal), Coupe(codeInsee), Coupe(commune));

        // Nine rows in ten: everything agrees, in its final form.
        if (cp is not null && nom is not null && territoires.Commune(insee) is { } tout && tout.CodeInsee == insee && NomOfficiel(tout) == nom && tout.CodesPostaux.Contains(cp)
            && !VillesAArrondissements.Contains(tout.CodeInsee))
        {
            return new(new Localite(cp, insee, nom), releve);
        }

        var travail = new Travail(territoires, releve, departement, position);
        travail.LireCodePostal(cp);
        travail.LireInsee(insee);
        travail.LireNom(nom);
        travail.ChercherCodeDansLAdresse(adresse);
        var trouvee = travail.Decider();
        return new(trouvee is null ? travail.Inchangee() : travail.Ecrire(trouvee), releve);
    }

    private static string? Coupe(string? texte) => texte?.Trim() is { Length: > 0 } t ? t : null;

    /// <summary>The name of the whole town for an arrondissement.</summary>
    private static string NomOfficiel(Commune commune) => commune.CommuneMere switch
    {
        "75056" => "Paris",
        "69123" => "Lyon",
        "13055" => "Marseille",
        _ => commune.Nom,
    };

    private static string Mere(Commune commune) => commune.CommuneMere ?? commune.CodeInsee;

    [GeneratedRegex(@"^(?<n>[0-9]{4,5})[.,]0{1,2}$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Decimales();

    [GeneratedRegex(@"(?<![0-9])[0-9]{2} ?[0-9]{3}(?![0-9])", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex CinqChiffres();

    [GeneratedRegex(@"^(?<d>[0-9]{2}|2[AB]|97[1-8])0(?<c>[0-9]{3})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InseeSixCaracteres();

    [GeneratedRegex(@"^(?<d>[0-9]{1,2}|2[AB]|97[1-8])-[0-9]{1,2}-[0-9]{1,2}-(?<c>[0-9]{1,3})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex InseeATirets();

    /// <summary>One reconciliation.</summary>
    private sealed class Travail(ITerritoires territoires, Releve releve, string? departementParDefaut, Position? position)
    {
        private string? _codeEcrit;
        private string? _inseeEcrit;
        private string? _nomEcrit;

        private string? _code;
        private string? _regleCode;
        private string? _insee;
        private string? _regleInsee;
        private NomDeCommune _nom = NomDeCommune.Lire(null);

        // Why the name is replaced, when it is not only its writing.
        private string? _regleNom;
        private string? _regleInseeDecidee;
        private bool _cedex;

        // The name comes from the address: it never overrides a code.
        private bool _nomTrouve;

        private Commune? _parInsee;
        private IReadOnlyList<Commune> _parCode = [];
        private List<CommuneTrouvee> _parNom = [];

        private HashSet<string> _meresDuCode = [];

        public void LireCodePostal(string? texte)
        {
            _codeEcrit = texte;
            if (texte is null)
            {
                return;
            }

            var code = texte;
            if (Decimales().Match(code) is { Success: true } m)
            {
                (code, _regleCode) = (m.Groups["n"].Value, Regles.CodePostalDecimales);
            }

            _cedex = code.Contains("cedex", StringComparison.OrdinalIgnoreCase);
            if (code.Length == 4 && code.All(char.IsAsciiDigit))
            {
                (code, _regleCode) = ($"0{code}", Regles.CodePostalZero);
            }

            if (code.Length != 5 || !code.All(char.IsAsciiDigit))
            {
                if (code.Length > 100 || CinqChiffres().Match(code.Replace('O', '0').Replace('o', '0')) is not { Success: true } trouve)
                {
                    _code = null;
                    return;
                }

                (code, _regleCode) = (trouve.Value.Replace(" ", "", StringComparison.Ordinal), Regles.CodePostalTexte);
            }

            _code = code.AsSpan().IndexOfAnyExcept('0') < 0 ? null : code;
        }

        public void LireInsee(string? texte)
        {
            _inseeEcrit = texte;
            if (texte is null or { Length: > 40 })
            {
                return;
            }

            var code = texte.ToUpperInvariant();
            if (Decimales().Match(code) is { Success: true } m)
            {
                (code, _regleInsee) = (m.Groups["n"].Value, Regles.InseeEcriture);
            }

            if (code.Length == 4 && code.All(char.IsAsciiDigit))
            {
                (code, _regleInsee) = ($"0{code}", Regles.InseeZero);
            }
            else if (InseeATirets().Match(code) is { Success: true } tirets)
            {
                var d = tirets.Groups["d"].Value.PadLeft(2, '0');
                (code, _regleInsee) = (d + tirets.Groups["c"].Value.PadLeft(5 - d.Length, '0'), Regles.InseeEcriture);
            }
            else if (InseeSixCaracteres().Match(code) is { Success: true } six)
            {
                (code, _regleInsee) = ($"{six.Groups["d"].Value}{six.Groups["c"].Value}", Regles.InseeEcriture);
            }
            else if (code != texte)
            {
                _regleInsee = Regles.InseeEcriture;
            }

            _insee = code;
            _parInsee = territoires.Commune(code);
            if (_parInsee is null)
            {
                _regleInsee = Regles.InseeInconnu;
            }
        }

        public void LireNom(string? texte)
        {
            _nomEcrit = texte;
            _nom = NomDeCommune.Lire(texte);
            _cedex |= _nom.Cedex;
            if (_code is null && _nom.CodePostal is { } code)
            {
                (_code, _regleCode) = (code, Regles.CodePostalTrouve);
            }
        }

        public void ChercherCodeDansLAdresse(string? adresse)
        {
            if (_code is null && adresse is { Length: <= 1000 })
            {
                foreach (Match m in CinqChiffres().Matches(adresse))
                {
                    var code = m.Value.Replace(" ", "", StringComparison.Ordinal);
                    if (territoires.CommunesDuCodePostal(code).Count > 0)
                    {
                        (_code, _regleCode) = (code, Regles.CodePostalTrouve);
                        break;
                    }
                }
            }

            if (_nom.Nom.Length == 0 && _parInsee is null && _code is not null && adresse is { Length: <= 1000 })
            {
                ChercherNomDansLAdresse(adresse, _code);
            }

            _parCode = territoires.CommunesDuCodePostal(_code);
            _meresDuCode = [.. _parCode.Select(Mere)];
            _parNom = ParNom();
            if (_parCode.Count == 0 && _inseeEcrit is null && territoires.Commune(_code) is { } ecrite && (_parNom.Exists(t => Mere(t.Commune) == Mere(ecrite)) || ProcheDe(ecrite)))
            {
                // The two codes are often mistaken for each other: only the name can tell.
                (_insee, _parInsee, _code, _regleInsee) = (_code, ecrite, null, Regles.CodePostalInsee);
            }
        }

        /// <summary>« 1 rue Jules-Ferry 59552 Lambres-lez-Douai »: the name after this very postal code.</summary>
        private void ChercherNomDansLAdresse(string adresse, string code)
        {
            foreach (Match m in CinqChiffres().Matches(adresse))
            {
                var nom = NomDeCommune.Lire(adresse[(m.Index + m.Length)..].TrimStart(' ', '\t', ',', '-').Split([',', '\n', ';', '('], 2)[0]);
                if (m.Value.Replace(" ", "", StringComparison.Ordinal) == code && nom.Nom.Length is > 0 and < 60)
                {
                    _nomTrouve = true;
                    _nom = nom;
                    return;
                }
            }
        }

        private List<CommuneTrouvee> ParNom()
        {
            if (_nom.Nom.Length == 0)
            {
                return [];
            }

            if (territoires.CommunesParNom(_nom.Nom) is { Count: > 0 } exactes)
            {
                return [.. exactes];
            }

            foreach (var variante in _nom.Variantes())
            {
                var trouvees = territoires.CommunesParNom(variante);

                // A part of a name is believed only beside another witness.
                if (trouvees.Any(t => _meresDuCode.Contains(Mere(t.Commune)) || (_parInsee is not null && Mere(_parInsee) == Mere(t.Commune))))
                {
                    return [.. trouvees];
                }
            }

            return [];
        }

        /// <summary>The commune that the witnesses agree on; null when they don't, with the anomaly.</summary>
        public Commune? Decider() => _parInsee is not null ? AvecInsee(_parInsee) : SansInsee();

        private Commune? AvecInsee(Commune parInsee)
        {
            var mere = Mere(parInsee);
            var codeAccorde = _meresDuCode.Contains(mere);
            var codeMuet = _parCode.Count == 0 && CodeDuDepartement(parInsee.Departement);
            if (_nom.Nom.Length == 0)
            {
                if (codeAccorde || codeMuet || (_parCode.Count > 0 && _parCode.All(c => c.Departement == parInsee.Departement)))
                {
                    _regleNom = Regles.CommuneDeduite;
                    return parInsee;
                }

                return Contradiction([parInsee, .. _parCode]);
            }

            if (_parNom.Exists(t => Mere(t.Commune) == mere))
            {
                // « 98800 Mont-Dore 63236 »: another commune of this name is where the postal code says. The position tells, or nobody.
                if (!codeAccorde && !CodeDuDepartement(parInsee.Departement) && _parNom.Find(t => Mere(t.Commune) != mere && CodeDuDepartement(t.Commune.Departement)) is { } homonyme)
                {
                    if (LoinDe(parInsee) is not { } loin)
                    {
                        return Contradiction([parInsee, homonyme.Commune]);
                    }

                    if (loin)
                    {
                        _regleInseeDecidee = Regles.InseeContredit;
                        return homonyme.Commune;
                    }
                }

                if (_insee != parInsee.CodeInsee || _parNom.Find(t => Mere(t.Commune) == mere)!.Correspondance == Correspondance.AncienNom)
                {
                    _regleNom = Regles.CommuneFusionnee;
                }

                return parInsee;
            }

            var autres = _parNom.Select(t => t.Commune).Where(c => _meresDuCode.Contains(Mere(c))).DistinctBy(Mere).ToList();
            if (_parNom.Count == 0)
            {
                var proche = Proche(_parCode);
                if (codeAccorde || codeMuet || ProcheDe(parInsee))
                {
                    // Another commune of the same code whose name is nearly this one would be a better answer than a hamlet.
                    if (proche is not null && Mere(proche) != mere && !ProcheDe(parInsee))
                    {
                        return Contradiction([parInsee, proche]);
                    }

                    _regleNom = ProcheDe(parInsee) ? Regles.CommuneFaute : Regles.CommuneDuCode;
                    return parInsee;
                }

                if (proche is not null)
                {
                    (_regleNom, _regleInseeDecidee) = (Regles.CommuneFaute, Regles.InseeContredit);
                    return proche;
                }

                return Contradiction([parInsee, .. _parCode]);
            }

            if (codeAccorde)
            {
                // The two codes are often drawn from each other: a neighbour's name is as good a witness as both.
                var voisines = _parNom.Where(t => t.Correspondance == Correspondance.Nom && t.Commune.Departement == parInsee.Departement).Select(t => t.Commune).ToList();
                if ((autres.Count > 0 || voisines.Count > 0) && !ProcheDe(parInsee))
                {
                    return Contradiction([parInsee, .. autres, .. voisines]);
                }

                // The name is a commune's, but of elsewhere: a hamlet here has the same.
                _regleNom = ProcheDe(parInsee) ? Regles.CommuneFaute : Regles.CommuneDuCode;
                return parInsee;
            }

            if (autres is [var seule])
            {
                _regleInseeDecidee = Regles.InseeContredit;
                return seule;
            }

            return Contradiction([parInsee, .. autres, .. _parNom.Select(t => t.Commune).Where(c => CodeDuDepartement(c.Departement))]);
        }

        private Commune? SansInsee()
        {
            if (_nom.Nom.Length == 0)
            {
                if (_meresDuCode.Count == 1)
                {
                    _regleNom = Regles.CommuneDeduite;
                    return _parCode[0];
                }

                return _parCode.Count > 1 ? Plusieurs(_parCode) : Manquante();
            }

            if (_parCode.Count > 0)
            {
                var communs = _parNom.Where(t => _meresDuCode.Contains(Mere(t.Commune))).DistinctBy(t => Mere(t.Commune)).ToList();
                if (Meilleure(communs) is { } accord)
                {
                    _regleNom = communs.Find(t => t.Commune == accord)!.Correspondance == Correspondance.AncienNom ? Regles.CommuneFusionnee : null;
                    return accord;
                }

                if (communs.Count > 1)
                {
                    return Plusieurs(communs.Select(t => t.Commune));
                }

                if (Proche(_parCode) is { } proche)
                {
                    _regleNom = Regles.CommuneFaute;
                    return proche;
                }

                var departements = _parCode.Select(c => c.Departement).ToHashSet(StringComparer.Ordinal);
                var memeDepartement = _parNom.Where(t => departements.Contains(t.Commune.Departement)).ToList();
                if (memeDepartement.Count > 0)
                {
                    // The name is right and the code is that of a neighbour, more often than the other way round.
                    return memeDepartement.Exists(t => t.Correspondance == Correspondance.Nom) && Meilleure(memeDepartement) is { } voisine ? voisine : Contradiction([.. memeDepartement.Select(t => t.Commune), .. _parCode]);
                }

                if (_parNom.Exists(t => t.Correspondance == Correspondance.Nom))
                {
                    return Contradiction([.. _parNom.Select(t => t.Commune).Take(2), .. _parCode]);
                }

                if (_meresDuCode.Count == 1)
                {
                    _regleNom = Regles.CommuneDuCode;
                    return _parCode[0];
                }

                return Plusieurs(_parCode);
            }

            return ParNomSeul();
        }

        private Commune? ParNomSeul()
        {
            var departements = _code is not null ? territoires.DepartementsDuCodePostal(_code) : departementParDefaut is not null ? [departementParDefaut] : [];
            var ici = departements.Count == 0 ? _parNom : [.. _parNom.Where(t => departements.Contains(t.Commune.Departement))];
            if (Meilleure(ici) is { } seule)
            {
                _regleNom = ici.Find(t => t.Commune == seule)!.Correspondance == Correspondance.AncienNom ? Regles.CommuneFusionnee : null;
                return seule;
            }

            if (ici.Count > 1)
            {
                return Plusieurs(ici.Select(t => t.Commune));
            }

            if (_parNom.Count > 0)
            {
                return Contradiction(_parNom.Select(t => t.Commune));
            }

            // The search that people use finds the nearest spellings; it only suggests.
            var question = departements.Count == 1 ? $"{_nom.Nom} {departements[0]}" : _nom.Nom;
            Signaler(Regles.CommuneInconnue, territoires.ChercherCommunes(question, 3).Select(t => t.Commune));
            return null;
        }

        /// <summary>The only one, or the only one of today, or the only one of today with this very article.</summary>
        private Commune? Meilleure(List<CommuneTrouvee> trouvees)
        {
            var distinctes = trouvees.DistinctBy(t => Mere(t.Commune)).ToList();
            if (distinctes is [var seule])
            {
                return seule.Commune;
            }

            var actuelles = distinctes.Where(t => t.Correspondance == Correspondance.Nom).ToList();
            if (actuelles is [var actuelle])
            {
                return actuelle.Commune;
            }

            var cle = Proximite.Cle(_nom.Nom);
            return actuelles.Where(t => Proximite.Cle(NomOfficiel(t.Commune)) == cle).ToList() is [var exacte] ? exacte.Commune : null;
        }

        /// <summary>The commune of a list whose name is nearly the one written, when there is only one.</summary>
        private Commune? Proche(IReadOnlyList<Commune> communes)
        {
            var cle = Proximite.Cle(_nom.Nom);
            if (cle.Length < 4)
            {
                return null;
            }

            var perdues = _nom.Nom.Count(c => c == '�');
            var tolerance = Math.Max(Proximite.Tolerance(cle.Length), perdues);
            var candidates = communes.Select(c => (Commune: c, Distance: Proximite.Distance(cle, Proximite.Cle(NomOfficiel(c)), tolerance))).Where(c => c.Distance <= tolerance).DistinctBy(c => Mere(c.Commune)).OrderBy(c => c.Distance).ToList();
            if (candidates.Count > 0)
            {
                return candidates.Count == 1 || candidates[0].Distance < candidates[1].Distance ? candidates[0].Commune : null;
            }

            // The beginning of one name only: « Grandchamps » for Grandchamps-des-Fontaines.
            var debuts = communes.Where(c => cle.Length >= 5 && Proximite.Cle(NomOfficiel(c)).StartsWith(cle, StringComparison.Ordinal)).DistinctBy(Mere).ToList();
            return debuts is [var seule] ? seule : null;
        }

        private bool ProcheDe(Commune commune) => Proche([commune]) is not null;

        private bool? LoinDe(Commune commune) =>
            commune is { Latitude: { } la, Longitude: { } lo } && position is { } p ? Distance.Km(p.Latitude, p.Longitude, la, lo) > Coordonnees.TresLoinKm : null;

        private bool CodeDuDepartement(string departement) => _code is null || territoires.DepartementsDuCodePostal(_code).Contains(departement);

        private Commune? Contradiction(IEnumerable<Commune> communes)
        {
            Signaler(Regles.CommuneContradiction, communes);
            return null;
        }

        private Commune? Plusieurs(IEnumerable<Commune> communes)
        {
            Signaler(Regles.CommunePlusieurs, communes);
            return null;
        }

        private Commune? Manquante()
        {
            releve.Signaler(ChampCommune, _nomEcrit, Regles.CommuneManquante, Severite.Bloquant);
            return null;
        }

        private void Signaler(string regle, IEnumerable<Commune> communes) =>
            releve.Signaler(
                ChampCommune,
                string.Join(' ', new[] { _codeEcrit, _nomEcrit, _inseeEcrit }.Where(t => t is not null)),
                regle,
                _nomEcrit is null || _code is null ? Severite.Bloquant : Severite.Avertissement,
                suggestion: string.Join(" ; ", communes.DistinctBy(Mere).Take(SuggestionsMax).Select(c => $"{(c.CodesPostaux is [var cp, ..] ? cp : "")} {NomOfficiel(c)} ({Mere(c)})")));

        /// <summary>Nothing was decided: only the writing of the codes is mended.</summary>
        public Localite Inchangee()
        {
            EcrireCode(_code);
            var insee = _parInsee is null ? null : _insee;
            EcrireInsee(insee);
            return new Localite(_code, insee, _nomEcrit);
        }

        public Localite Ecrire(Commune trouvee)
        {
            var commune = Arrondissement(trouvee);
            var nom = NomOfficiel(commune);
            releve.Corriger(ChampCommune, _nomEcrit, nom, _nomTrouve ? Regles.CommuneTrouvee : _regleNom ?? (_nom.Cedex || _nom.Arrondissement is not null || _nom.CodePostal is not null ? Regles.CommuneMentions : Regles.CommuneEcriture));
            EcrireInsee(commune.CodeInsee, _insee is null ? Regles.InseeDeduit : _regleInseeDecidee ?? (commune.EstArrondissement ? Regles.InseeArrondissement : _insee != commune.CodeInsee ? (_parInsee is null ? Regles.InseeInconnu : Regles.InseeFusion) : null));
            var code = Code(commune);
            EcrireCode(code);
            return new Localite(code, commune.CodeInsee, nom);
        }

        private Commune Arrondissement(Commune commune)
        {
            var mere = Mere(commune);
            if (!VillesAArrondissements.Contains(mere))
            {
                return commune;
            }

            // The postal code says which; else the name; else the INSEE code as it was.
            var parCode = _parCode.Where(c => c.CommuneMere == mere).ToList();
            var parNumero = _nom.Arrondissement is { } n ? territoires.Commune(mere switch
            {
                "75056" => $"751{n:00}",
                "69123" => $"6938{n}",
                _ => $"132{n:00}",
            }) : null;
            var ecrit = _parInsee is { EstArrondissement: true } ? _parInsee : null;
            var temoins = new[] { parCode is [var seul] ? seul : null, parNumero, ecrit }.OfType<Commune>().Select(c => c.CodeInsee).Distinct(StringComparer.Ordinal).ToList();
            if (temoins.Count > 1)
            {
                releve.Signaler(ChampInsee, string.Join(' ', new[] { _codeEcrit, _nomEcrit, _inseeEcrit }.Where(t => t is not null)), Regles.CommuneContradiction, Severite.Avertissement, "Le code postal, le nom et le code INSEE ne désignent pas le même arrondissement.", string.Join(" ; ", temoins.Select(t => territoires.Commune(t)!.Nom)));
                return ecrit ?? territoires.Commune(mere)!;
            }

            return temoins is [var code] ? territoires.Commune(code)! : territoires.Commune(mere)!;
        }

        /// <summary>The postal code of the commune that was found: the one written when it is its own.</summary>
        private string? Code(Commune commune)
        {
            var siens = commune.CodesPostaux;
            var ville = commune.EstArrondissement ? territoires.Commune(Mere(commune))!.CodesPostaux : siens;
            if (_code is null)
            {
                if (siens is [var deduit])
                {
                    _regleCode = Regles.CodePostalDeduit;
                    return deduit;
                }

                releve.Signaler(ChampCode, _codeEcrit, Regles.CodePostalManquant, Severite.Bloquant, suggestion: Suggestions(siens));
                return null;
            }

            if (siens.Contains(_code) || siens.Count == 0)
            {
                return _code;
            }

            if (_parCode.Count == 0 && CodeDuDepartement(commune.Departement))
            {
                // Nobody lives under this code: business mail (CEDEX).
                if (siens is [var geographique])
                {
                    _regleCode = Regles.CodePostalCedex;
                    return geographique;
                }

                releve.Signaler(ChampCode, _code, Regles.CodePostalCedexGarde, Severite.Avertissement, suggestion: Suggestions(siens));
                return _code;
            }

            if (ville.Contains(_code))
            {
                return _code;
            }

            // Two witnesses said the commune, and it has one code: the code was a neighbour's.
            if (siens is [var juste] && CodeDuDepartement(commune.Departement))
            {
                _regleCode = Regles.CodePostalContredit;
                return juste;
            }

            releve.Signaler(ChampCode, _code, Regles.CodePostalDouteux, Severite.Avertissement, suggestion: Suggestions(siens));
            return _code;
        }

        private static string Suggestions(IReadOnlyList<string> codes) => string.Join(" ; ", codes.Take(SuggestionsMax));

        private void EcrireCode(string? code)
        {
            if (code is null && _codeEcrit is not null)
            {
                releve.Retirer(ChampCode, _codeEcrit, Regles.CodePostalForme);
                return;
            }

            releve.Corriger(ChampCode, _codeEcrit, code, _regleCode ?? Regles.CodePostalTexte);
        }

        private void EcrireInsee(string? insee, string? regle = null)
        {
            if (insee is null && _inseeEcrit is not null)
            {
                releve.Retirer(ChampInsee, _inseeEcrit, Regles.InseeInconnu);
                return;
            }

            releve.Corriger(ChampInsee, _inseeEcrit, insee, regle ?? _regleInsee ?? Regles.InseeEcriture);
        }
    }
}
